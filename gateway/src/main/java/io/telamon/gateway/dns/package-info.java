/** A small DNS responder for the names of {@code mongodb+srv} connection strings. */
@NullMarked
package io.telamon.gateway.dns;

import org.jspecify.annotations.NullMarked;
