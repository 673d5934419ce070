/**
 * What an engine implements to hold the documents of clusters, and the messages and errors that it exchanges with the gateway.
 *
 * <p>The gateway calls it for commands of clients, the control plane to create, measure and remove clusters.
 */
@NullMarked
package io.telamon.gateway.spi.engine;

import org.jspecify.annotations.NullMarked;
