/** What clusters can be made of: regions, instance sizes, MongoDB versions. */
@NullMarked
package io.telamon.control.cluster.catalogue;

import org.jspecify.annotations.NullMarked;
