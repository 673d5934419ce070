/** Who calls: API keys, service accounts, tokens, roles, API access lists. */
@NullMarked
package io.telamon.control.access;

import org.jspecify.annotations.NullMarked;
