/** What belongs to a cluster of the clusters API beside the cluster itself: its processes, its feature version, who may see it. */
@NullMarked
package io.telamon.control.cluster.option;

import org.jspecify.annotations.NullMarked;
