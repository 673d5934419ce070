/** The view of clusters through the clusters API, as far as it is the signal that sends clients to the other views. */
@NullMarked
package io.telamon.control.cluster.dedicated;

import org.jspecify.annotations.NullMarked;
