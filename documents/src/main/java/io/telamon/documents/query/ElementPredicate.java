package io.telamon.documents.query;

import io.telamon.documents.value.Value;

/** A compiled condition on an element of an array. */
@FunctionalInterface
public interface ElementPredicate {

    /** Whether a value, which is not missing, matches. */
    boolean test(Value value);
}
