/** From which addresses the clusters of a project may be reached. */
@NullMarked
package io.telamon.control.network;

import org.jspecify.annotations.NullMarked;
