/** Expressions of aggregations: their names, their values, and the memory that these may take. */
@NullMarked
package io.telamon.engine.embedded.expression;

import org.jspecify.annotations.NullMarked;
