/** Frames by themselves. */
@NullMarked
package io.telamon.gateway.wire;

import org.jspecify.annotations.NullMarked;
