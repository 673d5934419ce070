/**
 * Threads without which a process does not do its work, in every module.
 */
@NullMarked
package io.telamon.gateway.thread;

import org.jspecify.annotations.NullMarked;
