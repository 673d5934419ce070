/** Organizations, their settings and their teams. */
@NullMarked
package io.telamon.control.organization;

import org.jspecify.annotations.NullMarked;
