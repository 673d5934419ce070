/** What each part of the API contributes to the control plane: operations, tasks, limits, and what it owns in a project. */
@NullMarked
package io.telamon.control.module;

import org.jspecify.annotations.NullMarked;
