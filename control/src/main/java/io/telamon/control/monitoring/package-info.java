/**
 * What clients may know of the processes of clusters: measurements, logs, logins, and what is slow.
 */
@NullMarked
package io.telamon.control.monitoring;

import org.jspecify.annotations.NullMarked;
