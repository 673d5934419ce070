/** Teams of organizations and their members. */
@NullMarked
package io.telamon.control.team;

import org.jspecify.annotations.NullMarked;
