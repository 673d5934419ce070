package io.telamon.gateway.wire;

/** How many bytes the value of a BSON element takes. */
final class BsonLength {

    private BsonLength() {}

    /** The length of a value of that type, checked to end within the limit. */
    static int of(int type, byte[] array, int at, int limit) throws MalformedFrameException {
        long length = switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> 8;
            case 0x02, 0x0D, 0x0E -> string(array, at, limit);
            case 0x03, 0x04 -> BsonCursor.lengthAt(array, at, limit);
            case 0x05 -> 5L + prefix(array, at, limit, 0);
            case 0x06, 0x0A, 0x7F, -1 -> 0;
            case 0x07 -> 12;
            case 0x08 -> truth(array, at, limit);
            case 0x0B -> expression(array, at, limit);
            case 0x0C -> 12L + string(array, at, limit);
            case 0x0F -> BsonCodeLength.of(array, at, limit);
            case 0x10 -> 4;
            case 0x13 -> 16;
            default -> throw new MalformedFrameException("an element of type " + (type & 0xff));
        };
        if (length > limit - at) {
            throw new MalformedFrameException("an element is longer than its document");
        }
        return (int) length;
    }

    /** The four bytes of a length, which is not below the least allowed. */
    static int prefix(byte[] array, int at, int limit, int least) throws MalformedFrameException {
        if (limit - at < 4) {
            throw new MalformedFrameException("no space for a length");
        }
        int length = LittleEndian.int32(array, at);
        if (length < least) {
            throw new MalformedFrameException("a length of " + length);
        }
        return length;
    }

    /** A string with its length and its final zero byte. */
    static long string(byte[] array, int at, int limit) throws MalformedFrameException {
        int length = prefix(array, at, limit, 1);
        if (length > limit - at - 4 || array[at + 3 + length] != 0) {
            throw new MalformedFrameException("a string of " + length + " bytes");
        }
        return 4L + length;
    }

    private static int truth(byte[] array, int at, int limit) throws MalformedFrameException {
        if (at < limit && (array[at] & 0xfe) != 0) {
            throw new MalformedFrameException("a boolean of value " + array[at]);
        }
        return 1;
    }

    private static int expression(byte[] array, int at, int limit) throws MalformedFrameException {
        int options = afterZero(array, at, limit);
        return afterZero(array, options, limit) - at;
    }

    private static int afterZero(byte[] array, int from, int limit) throws MalformedFrameException {
        int at = from;
        while (at < limit && array[at] != 0) {
            at++;
        }
        if (at >= limit) {
            throw new MalformedFrameException("a regular expression does not end");
        }
        return at + 1;
    }
}
