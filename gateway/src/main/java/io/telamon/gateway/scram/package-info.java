/** The server's side of SCRAM (RFC 5802, RFC 7677), which knows stored and server keys only. */
@NullMarked
package io.telamon.gateway.scram;

import org.jspecify.annotations.NullMarked;
