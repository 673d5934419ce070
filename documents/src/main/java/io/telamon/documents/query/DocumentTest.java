package io.telamon.documents.query;

import java.util.List;

/** A condition on a document that lies in bytes. */
@FunctionalInterface
interface DocumentTest {

    /** Whether the document at a position matches. */
    boolean test(byte[] bytes, int document);

    /** Whether all conditions match. */
    static DocumentTest all(List<DocumentTest> tests) {
        if (tests.size() == 1) {
            return tests.getFirst();
        }
        DocumentTest[] parts = tests.toArray(DocumentTest[]::new);
        return (bytes, document) -> {
            for (DocumentTest part : parts) {
                if (!part.test(bytes, document)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Whether at least one condition matches. */
    static DocumentTest any(List<DocumentTest> tests) {
        DocumentTest[] parts = tests.toArray(DocumentTest[]::new);
        return (bytes, document) -> {
            for (DocumentTest part : parts) {
                if (part.test(bytes, document)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Whether a condition does not match. */
    static DocumentTest not(DocumentTest test) {
        return (bytes, document) -> !test.test(bytes, document);
    }
}
