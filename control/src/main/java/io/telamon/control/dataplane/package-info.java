/** Clusters that drivers connect to: their listeners, their engine, and what the gateway asks about them. */
@NullMarked
package io.telamon.control.dataplane;

import org.jspecify.annotations.NullMarked;
