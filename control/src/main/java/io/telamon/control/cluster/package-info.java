/** One aggregate, {@link io.telamon.control.cluster.Cluster}, whatever API made it; its states, and what moves them. */
@NullMarked
package io.telamon.control.cluster;

import org.jspecify.annotations.NullMarked;
