/**
 * Logs of clusters: what happened at the gateway, kept as lines of MongoDB's log, and the logins among it.
 */
@NullMarked
package io.telamon.control.monitoring.log;

import org.jspecify.annotations.NullMarked;
