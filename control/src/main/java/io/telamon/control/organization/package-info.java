/** Organizations and their settings. */
@NullMarked
package io.telamon.control.organization;

import org.jspecify.annotations.NullMarked;
