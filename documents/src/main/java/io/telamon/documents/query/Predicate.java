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

    /**
     * The position in the array by one of whose elements a document matches: that to which the positional operator
     * refers. It is -1 when the document does not match by an element of an array.
     */
    default int matchedPosition(DocumentValue document) {
        return -1;
    }
}
