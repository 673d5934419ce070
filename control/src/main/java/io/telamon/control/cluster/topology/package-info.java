/** How the nodes of clusters are arranged, in zones and shards. */
@NullMarked
package io.telamon.control.cluster.topology;

import org.jspecify.annotations.NullMarked;
