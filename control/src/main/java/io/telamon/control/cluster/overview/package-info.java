/** The clusters of all projects that a caller sees, in short. */
@NullMarked
package io.telamon.control.cluster.overview;

import org.jspecify.annotations.NullMarked;
