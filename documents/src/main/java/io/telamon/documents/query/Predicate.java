package io.telamon.documents.query;

import io.telamon.documents.value.DocumentValue;

/** A compiled filter. It holds no state and may be used by several threads. */
@FunctionalInterface
public interface Predicate {

    /**
     * Whether a document matches.
     *
     * @throws io.telamon.documents.error.CommandException when an expression of the filter fails for this document
     */
    boolean test(DocumentValue document);
}
