/** What the gateway knows of each cluster while it runs: counters, rate, use of storage and names, cursors, topology. */
@NullMarked
package io.telamon.gateway.cluster;

import org.jspecify.annotations.NullMarked;
