package io.telamon.documents.query;

import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.FieldName;

/**
 * A condition on the values at a path. Arrays on the path are searched: the rest of the path is looked for in each document
 * in them, and a number in the path is also a position. An array at the end counts as its elements and as itself, unless
 * the condition is on the array as such.
 */
final class PathTest implements DocumentTest {
    private static final int DOCUMENT = 3;
    private static final int ARRAY = 4;

    private final FieldName[] path;
    private final ElementTest test;
    private final boolean elements;

    private final ElementTest element;

    /**
     * A condition on the values at a path.
     *
     * @param elements whether an array at the end counts as its elements, too
     * @param element the condition on the elements of an array by which the array itself matches
     */
    PathTest(FieldName[] path, ElementTest test, boolean elements, ElementTest element) {
        this.path = path;
        this.test = test;
        this.elements = elements;
        this.element = element;
    }

    @Override
    public boolean test(byte[] bytes, int document) {
        return inDocument(bytes, document, 0);
    }

    @Override
    public int position(byte[] bytes, int document) {
        int container = document;
        for (int index = 0; index < path.length; index++) {
            int found = BsonBytes.find(bytes, container, path[index]);
            if (found < 0) {
                return -1;
            }
            int value = BsonBytes.valuePosition(bytes, found);
            if (bytes[found] == ARRAY) {
                return positionIn(bytes, value, index + 1);
            }
            if (bytes[found] != DOCUMENT) {
                return -1;
            }
            container = value;
        }
        return -1;
    }

    /** The position of the first element of an array by which the rest of the path matches. */
    private int positionIn(byte[] bytes, int array, int index) {
        int each = array + 4;
        for (int i = 0; bytes[each] != 0; i++) {
            int type = bytes[each];
            int value = BsonBytes.valuePosition(bytes, each);
            boolean matches = index == path.length
                    ? element.test(bytes, type, value)
                    : type == DOCUMENT && inDocument(bytes, value, index);
            if (matches) {
                return i;
            }
            each = BsonBytes.endOfValue(bytes, type, value);
        }
        return -1;
    }

    private boolean inDocument(byte[] bytes, int document, int index) {
        int element = BsonBytes.find(bytes, document, path[index]);
        if (element < 0) {
            return test.test(bytes, 0, 0);
        }
        int type = bytes[element];
        int value = BsonBytes.valuePosition(bytes, element);
        if (index == path.length - 1) {
            return leaf(bytes, type, value);
        }
        return switch (type) {
            case DOCUMENT -> inDocument(bytes, value, index + 1);
            case ARRAY -> inArray(bytes, value, index + 1);
            default -> test.test(bytes, 0, 0);
        };
    }

    private boolean inArray(byte[] bytes, int array, int index) {
        int wanted = path[index].index();
        int element = array + 4;
        for (int i = 0; bytes[element] != 0; i++) {
            int type = bytes[element];
            int value = BsonBytes.valuePosition(bytes, element);
            if (type == DOCUMENT && inDocument(bytes, value, index)) {
                return true;
            }
            if (i == wanted && atPosition(bytes, type, value, index)) {
                return true;
            }
            element = BsonBytes.endOfValue(bytes, type, value);
        }
        return false;
    }

    private boolean atPosition(byte[] bytes, int type, int value, int index) {
        if (index == path.length - 1) {
            return leaf(bytes, type, value);
        }
        return switch (type) {
            case DOCUMENT -> inDocument(bytes, value, index + 1);
            case ARRAY -> inArray(bytes, value, index + 1);
            default -> false;
        };
    }

    private boolean leaf(byte[] bytes, int type, int value) {
        return (elements && type == ARRAY && anyElement(bytes, value, test)) || test.test(bytes, type, value);
    }

    /** Whether one of the elements of an array matches. */
    static boolean anyElement(byte[] bytes, int array, ElementTest test) {
        int element = array + 4;
        while (bytes[element] != 0) {
            int type = bytes[element];
            int value = BsonBytes.valuePosition(bytes, element);
            if (test.test(bytes, type, value)) {
                return true;
            }
            element = BsonBytes.endOfValue(bytes, type, value);
        }
        return false;
    }
}
