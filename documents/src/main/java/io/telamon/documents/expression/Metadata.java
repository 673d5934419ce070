package io.telamon.documents.expression;

import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;

/** What is known of a document beside its fields, as the score of a text search. */
@FunctionalInterface
public interface Metadata {

    /** Nothing is known. */
    Metadata NONE = _ -> MissingValue.MISSING;

    /** The value of a name that {@code $meta} takes, as {@code textScore}; missing when it is not known. */
    Value get(String name);
}
