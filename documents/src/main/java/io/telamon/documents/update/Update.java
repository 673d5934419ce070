package io.telamon.documents.update;

import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.DocumentValue;

/** A compiled update. It holds no state and may be used by several threads. */
@FunctionalInterface
public interface Update {

    /**
     * The document after the update; an equal one when nothing changes.
     *
     * @param filter the filter by which the document was found, to which the positional operator refers
     * @param insert whether the document is about to be inserted by an upsert
     * @throws io.telamon.documents.error.CommandException when the update cannot be applied to this document
     */
    DocumentValue apply(DocumentValue document, Predicate filter, boolean insert);
}
