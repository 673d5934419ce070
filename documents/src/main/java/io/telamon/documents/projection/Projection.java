package io.telamon.documents.projection;

import io.telamon.documents.expression.Variables;
import io.telamon.documents.value.DocumentValue;

/** A compiled projection. It holds no state and may be used by several threads. */
@FunctionalInterface
public interface Projection {

    /**
     * The document that is answered for a document.
     *
     * @param variables the variables of the document, which is their root
     * @throws io.telamon.documents.error.CommandException when an expression fails
     */
    DocumentValue apply(DocumentValue document, Variables variables);

    /** The document that is answered for a document without metadata. */
    default DocumentValue apply(DocumentValue document) {
        return apply(document, new Variables(document));
    }
}
