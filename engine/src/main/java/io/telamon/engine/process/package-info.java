/** Documents in a process of its own for each cluster, started and watched by Telamon. */
@NullMarked
package io.telamon.engine.process;

import org.jspecify.annotations.NullMarked;
