/** Connections of HTTP clients: accepting, limits in number and time, framing of requests (RFC 9112). */
@NullMarked
package io.telamon.control.http;

import org.jspecify.annotations.NullMarked;
