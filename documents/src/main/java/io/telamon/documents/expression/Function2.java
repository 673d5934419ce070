package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** A function of two values. */
@FunctionalInterface
interface Function2 {
    Value apply(Value first, Value second);
}
