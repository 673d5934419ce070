/**
 * The interfaces of the running gateway that other modules call: listeners, notices of changes, counters.
 */
@NullMarked
package io.telamon.gateway.api;

import org.jspecify.annotations.NullMarked;
