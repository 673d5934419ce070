package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** Conditions on arrays as such. */
final class ArrayTests {
    private static final int DOCUMENT = 3;
    private static final int ARRAY = 4;

    private ArrayTests() {}

    /** {@code $size}: arrays of a number of elements. */
    static ElementTest size(Value value) {
        if (!(value instanceof NumberValue number)) {
            throw badValue("Failed to parse $size. Expected a number, but got: " + value.type());
        }
        if (!number.isLong()) {
            throw badValue("Failed to parse $size. Expected an integer, but got: " + value);
        }
        long size = number.toLong();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw badValue("Failed to parse $size. Expected a non-negative number, but got: " + size);
        }
        return (bytes, type, position) -> type == ARRAY && count(bytes, position) == size;
    }

    private static int count(byte[] bytes, int array) {
        int count = 0;
        int element = array + 4;
        while (bytes[element] != 0) {
            count++;
            element = BsonBytes.endOfValue(bytes, bytes[element], BsonBytes.valuePosition(bytes, element));
        }
        return count;
    }

    /** Arrays one of whose elements matches. */
    static ElementTest anyElement(ElementTest test) {
        return (bytes, type, position) -> type == ARRAY && PathTest.anyElement(bytes, position, test);
    }

    /** Documents that match, and arrays taken as documents. */
    static ElementTest document(DocumentTest test) {
        return (bytes, type, position) -> (type == DOCUMENT || type == ARRAY) && test.test(bytes, position);
    }

    /** Values for which all conditions hold. */
    static ElementTest all(List<ElementTest> tests) {
        if (tests.size() == 1) {
            return tests.getFirst();
        }
        ElementTest[] parts = tests.toArray(ElementTest[]::new);
        return (bytes, type, position) -> {
            for (ElementTest part : parts) {
                if (!part.test(bytes, type, position)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** The error of arguments that cannot be read. */
    static RuntimeException unreadable(String message) {
        return ErrorCode.FAILED_TO_PARSE.error(message);
    }
}
