/** Invitations to organizations and projects, and their acceptance. */
@NullMarked
package io.telamon.control.person.invitation;

import org.jspecify.annotations.NullMarked;
