package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** A function of one value. */
@FunctionalInterface
interface Function1 {
    Value apply(Value argument);
}
