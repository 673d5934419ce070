/** Projects, which the API calls groups: their settings, limits and teams. */
@NullMarked
package io.telamon.control.project;

import org.jspecify.annotations.NullMarked;
