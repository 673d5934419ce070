/** Stages of aggregations that are this engine's own. */
@NullMarked
package io.telamon.engine.embedded.stage;

import org.jspecify.annotations.NullMarked;
