/** Roles that API keys, service accounts and people hold in organizations and projects. */
@NullMarked
package io.telamon.control.access.grant;

import org.jspecify.annotations.NullMarked;
