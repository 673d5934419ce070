/** Expressions of aggregations: compiled once, evaluated for each document. */
@NullMarked
package io.telamon.documents.expression;

import org.jspecify.annotations.NullMarked;
