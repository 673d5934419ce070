package io.telamon.control.api;

/** Estimates the memory that a JSON body takes when it is read and validated, before it is. */
final class TreeSize {

    /** Of an attribute: its name, node and entry, the check for duplicates, and a part of what is told about it. */
    private static final int BYTES_A_VALUE = 200;

    /** Characters may become two bytes each, and are copied once. */
    private static final int BYTES_A_BYTE = 3;

    private TreeSize() {}

    /** Bytes that a body may take. Separators within strings are counted as well, so that it is rather too much. */
    static long atMost(byte[] body) {
        long values = 1;
        for (byte next : body) {
            if (next == ',' || next == '{' || next == '[') {
                values++;
            }
        }
        return values * BYTES_A_VALUE + (long) BYTES_A_BYTE * body.length;
    }
}
