package io.telamon.gateway.wire;

import io.telamon.gateway.spi.Bytes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether a document has two elements of one name. What is checked for may be one of them and what is run the other, so that such
 * commands must not pass.
 */
public final class FieldNames {

    private static final int FEW = 32;

    private FieldNames() {}

    /** Whether the names of a document's own elements all differ. */
    public static boolean differ(Bytes document) throws MalformedFrameException {
        int[] starts = new int[FEW];
        int[] ends = new int[FEW];
        BsonCursor elements = BsonCursor.over(document);
        for (int count = 0; elements.next(); count++) {
            if (count == FEW) {
                return manyDiffer(document);
            }
            starts[count] = elements.nameStart();
            ends[count] = elements.nameEnd();
            if (isAmong(document.array(), starts, ends, count)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(byte[] array, int[] starts, int[] ends, int last) {
        for (int i = 0; i < last; i++) {
            if (Arrays.equals(array, starts[i], ends[i], array, starts[last], ends[last])) {
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
