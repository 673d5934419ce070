/** Roles that API keys and service accounts hold in organizations and projects. */
@NullMarked
package io.telamon.control.access.grant;

import org.jspecify.annotations.NullMarked;
