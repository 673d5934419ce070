package io.telamon.documents.query;

import java.util.List;

/** A condition on a document that lies in bytes. */
@FunctionalInterface
interface DocumentTest {

    /** Whether the document at a position matches. */
    boolean test(byte[] bytes, int document);

    /**
     * The position in the array by one of whose elements a document matches, -1 when it does not match by an element of an
     * array.
     */
    default int position(byte[] bytes, int document) {
        return -1;
    }

    /** Whether all conditions match. */
    static DocumentTest all(List<DocumentTest> tests) {
        return tests.size() == 1 ? tests.getFirst() : new All(tests.toArray(DocumentTest[]::new));
    }

    /** Whether at least one condition matches. */
    static DocumentTest any(List<DocumentTest> tests) {
        if (tests.size() == 1) {
            return tests.getFirst();
        }
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

    /** Conditions all of which match. The position is that of the last one that has one. */
    final class All implements DocumentTest {
        private final DocumentTest[] parts;

        All(DocumentTest[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean test(byte[] bytes, int document) {
            for (DocumentTest part : parts) {
                if (!part.test(bytes, document)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int position(byte[] bytes, int document) {
            int position = -1;
            for (DocumentTest part : parts) {
                int found = part.position(bytes, document);
                position = found < 0 ? position : found;
            }
            return position;
        }
    }
}
