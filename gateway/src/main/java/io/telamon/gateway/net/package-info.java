/** Sockets: listeners, TLS, one virtual thread a connection, and timeout with slow peers. */
@NullMarked
package io.telamon.gateway.net;

import org.jspecify.annotations.NullMarked;
