/** OAuth 2.0: client secrets, access tokens, and the endpoints that make and revoke tokens. */
@NullMarked
package io.telamon.control.access.token;

import org.jspecify.annotations.NullMarked;
