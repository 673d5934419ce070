package io.telamon.gateway.wire;

/** The length of JavaScript code with its scope, which holds a length, a string and a document. */
final class BsonCodeLength {

    private BsonCodeLength() {}

    static int of(byte[] array, int at, int limit) throws MalformedFrameException {
        int length = BsonLength.prefix(array, at, limit, 14);
        if (length > limit - at) {
            throw new MalformedFrameException("code with scope of " + length + " bytes");
        }
        long code = BsonLength.string(array, at + 4, at + length);
        int scope = (int) (at + 4 + code);
        if (scope + BsonCursor.lengthAt(array, scope, at + length) != at + length) {
            throw new MalformedFrameException("code with scope does not add up");
        }
        return length;
    }
}
