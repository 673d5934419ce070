/** The clusters API: its operations, and the requests and views of its versions. */
@NullMarked
package io.telamon.control.cluster.dedicated;

import org.jspecify.annotations.NullMarked;
