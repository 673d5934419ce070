/**
 * What the gateway publishes: the facts it asks the control plane for, the engines it runs messages on, and what it tells of itself.
 * Other modules know this package and nothing else of the gateway.
 */
@NullMarked
package io.telamon.gateway.spi;

import org.jspecify.annotations.NullMarked;
