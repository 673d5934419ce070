package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** A function of values. */
@FunctionalInterface
interface FunctionN {
    Value apply(Value[] arguments);
}
