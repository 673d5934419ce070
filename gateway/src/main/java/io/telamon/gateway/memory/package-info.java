/** The memory that connections may use for large messages. */
@NullMarked
package io.telamon.gateway.memory;

import org.jspecify.annotations.NullMarked;
