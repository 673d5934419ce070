package io.telamon.bench;

/** Decimal numbers of a fixed width in the middle of a request. */
final class Digits {

    private Digits() {}

    /** Writes the last digits of a number, with leading zeros. */
    static void write(long number, byte[] request, int offset, int width) {
        long rest = number;
        for (int i = offset + width - 1; i >= offset; i--) {
            request[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
