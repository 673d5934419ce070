/** HTTP Digest authentication (RFC 7616). */
@NullMarked
package io.telamon.control.access.digest;

import org.jspecify.annotations.NullMarked;
