package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether a document has two elements of one name. What is checked for may be one of them and what is run the other, so that such
 * commands must not pass.
 */
public final class FieldNames {

    private static final int FEW = 24;

    private FieldNames() {}

    /** Whether the names of a document's own elements all differ. */
    public static boolean differ(Bytes document) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        for (int count = 0; elements.next(); count++) {
            if (count == FEW) {
                return manyDiffer(document);
            }
            if (isBefore(document, elements, count)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the first elements has the name at which the cursor stands: cheaper than remembering where they are. */
    private static boolean isBefore(Bytes document, BsonCursor at, int count) throws MalformedFrameException {
        BsonCursor earlier = BsonCursor.over(document);
        byte[] array = document.array();
        for (int i = 0; i < count; i++) {
            earlier.next();
            if (Arrays.equals(array, earlier.nameStart(), earlier.nameEnd(), array, at.nameStart(), at.nameEnd())) {
                return true;
            }
        }
        return false;
    }

    private static boolean manyDiffer(Bytes document) throws MalformedFrameException {
        Set<String> names = new HashSet<>();
        BsonCursor elements = BsonCursor.over(document);
        while (elements.next()) {
            if (!names.add(elements.name())) {
                return false;
            }
        }
        return true;
    }
}
