/** People: their accounts, and their membership in organizations and projects. */
@NullMarked
package io.telamon.control.person;

import org.jspecify.annotations.NullMarked;
