package io.telamon.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of an HTTP/1.1 answer as they arrive: where they end, and on request what they say. */
final class Answer {

    private static final int LARGEST = 1 << 24;
    private static final int UNKNOWN = -1;
    private static final byte[] CONTENT_LENGTH = ascii("content-length:");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding:");
    private static final byte[] CONNECTION_CLOSE = ascii("connection: close");

    private byte[] bytes = new byte[16 * 1024];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private int headEnd;
    private int end;
    private int chunk;
    private boolean last;

    void clear() {
        buffer.clear();
        headEnd = UNKNOWN;
        end = UNKNOWN;
        chunk = UNKNOWN;
        last = false;
    }

    /** Where the bytes that come next belong. */
    ByteBuffer buffer() throws IOException {
        if (!buffer.hasRemaining()) {
            if (bytes.length >= LARGEST) {
                throw new IOException("an answer of more than %d bytes".formatted(LARGEST));
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            buffer = ByteBuffer.wrap(bytes).position(bytes.length / 2);
        }
        return buffer;
    }

    /** Whether all bytes of the answer are there. */
    boolean isComplete() throws IOException {
        if (headEnd == UNKNOWN && !readHead()) {
            return false;
        }
        if (chunk != UNKNOWN) {
            readChunks();
        }
        return end != UNKNOWN && buffer.position() >= end;
    }

    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    /** Whether the server closes the connection after this answer. */
    boolean isLast() {
        return last;
    }

    /** The first header of a name, which is given in small letters. */
    Optional<String> header(String name) {
        return new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** The body as it was sent, chunks and all. */
    String body() {
        return new String(bytes, headEnd, end - headEnd, StandardCharsets.UTF_8);
    }

    private boolean readHead() throws IOException {
        int blank = find("\r\n\r\n", 0);
        if (blank == UNKNOWN) {
            return false;
        }
        headEnd = blank + 4;
        for (int line = find("\r\n", 0) + 2; line < blank; line = find("\r\n", line) + 2) {
            readHeader(line);
        }
        if (end == UNKNOWN && chunk == UNKNOWN) {
            throw new IOException("an answer that does not say how long it is");
        }
        return true;
    }

    private void readHeader(int line) {
        if (startsWith(line, CONTENT_LENGTH)) {
            end = headEnd + number(line + CONTENT_LENGTH.length, 10);
        } else if (startsWith(line, TRANSFER_ENCODING)) {
            chunk = headEnd;
        } else if (startsWith(line, CONNECTION_CLOSE)) {
            last = true;
        }
    }

    /** Moves past the chunks that are there; the last one has no bytes. */
    private void readChunks() {
        while (end == UNKNOWN) {
            int lineEnd = find("\r\n", chunk);
            if (lineEnd == UNKNOWN) {
                return;
            }
            int length = number(chunk, 16);
            chunk = lineEnd + 2 + length + 2;
            if (length == 0) {
                end = chunk;
            }
        }
    }

    private int number(int from, int radix) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        for (int digit = Character.digit(bytes[at], radix); digit >= 0; digit = Character.digit(bytes[++at], radix)) {
            number = number * radix + digit;
        }
        return number;
    }

    private int find(String text, int from) {
        for (int i = from; i <= buffer.position() - text.length(); i++) {
            if (bytes[i] == text.charAt(0) && matches(i, text)) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private boolean matches(int at, String text) {
        for (int i = 1; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int at, byte[] smallLetters) {
        if (at + smallLetters.length > headEnd) {
            return false;
        }
        for (int i = 0; i < smallLetters.length; i++) {
            byte letter = bytes[at + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != smallLetters[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
