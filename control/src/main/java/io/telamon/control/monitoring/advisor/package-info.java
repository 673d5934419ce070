/**
 * The performance advisor: which operations were slow, and which indexes would have helped them.
 */
@NullMarked
package io.telamon.control.monitoring.advisor;

import org.jspecify.annotations.NullMarked;
