package io.telamon.bench;

import java.nio.charset.StandardCharsets;

/** The names that the load gives to clusters: {@code c00000000}, {@code c00000001}, and so on, all of one length. */
final class ClusterNames {

    /** Bytes in every name. */
    static final int LENGTH = 9;

    private ClusterNames() {}

    /** The name of a number from 0 to 99,999,999. */
    static String of(long number) {
        byte[] name = new byte[LENGTH];
        write(number, name, 0);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Writes the name of a number into a request. */
    static void write(long number, byte[] request, int offset) {
        request[offset] = 'c';
        Digits.write(number, request, offset + 1, LENGTH - 1);
    }
}
