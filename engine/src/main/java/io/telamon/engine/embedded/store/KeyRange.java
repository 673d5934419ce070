package io.telamon.engine.embedded.store;

/**
 * A piece of an index.
 *
 * @param from its first key
 * @param to the first key after it
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyRange(byte[] from, byte[] to) {

    /** Every key that begins with those bytes: no value's tag is as high as 0xFF. */
    static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, new KeyBytes().start(prefix).tagged(0xFF).bytes());
    }
}
