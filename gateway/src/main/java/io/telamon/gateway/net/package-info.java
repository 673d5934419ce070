/** Sockets: listeners, TLS, one virtual thread a connection, and patience with slow peers. */
@NullMarked
package io.telamon.gateway.net;

import org.jspecify.annotations.NullMarked;
