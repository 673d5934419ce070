/** The server's certificate: from a local CA, or the operator's own. */
@NullMarked
package io.telamon.server.tls;

import org.jspecify.annotations.NullMarked;
