/** The gateway's knowledge of clusters. */
@NullMarked
package io.telamon.gateway.cluster;

import org.jspecify.annotations.NullMarked;
