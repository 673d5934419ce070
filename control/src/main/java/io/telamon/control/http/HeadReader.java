package io.telamon.control.http;

/**
 * Finds the end of a header section (RFC 9112, section 2.1): the first empty line. It is collected whole before it is parsed, so that many
 * small pieces take no more memory than their bytes.
 */
final class HeadReader {

    /** A request line of 4 KiB and fields of 16 KiB, which is what the parser takes, and a little more, for it to refuse. */
    static final int LONGEST = 21 << 10;

    private static final int NOT_YET = -1;

    private final ByteBuilder head;
    private int examined;
    private int lineStart;
    private boolean malformed;

    HeadReader(byte[] first) {
        head = new ByteBuilder(first.length);
        add(first);
    }

    /** Adds bytes that were read. */
    void add(byte[] bytes) {
        head.append(bytes, 0, bytes.length);
    }

    /** Whether everything has come, or enough for the parser to refuse it. */
    boolean isComplete() {
        return end() != NOT_YET || malformed || head.length() >= LONGEST;
    }

    /** The header section, up to and with the empty line. */
    byte[] head() {
        return head.copy(0, endOrAll());
    }

    /** What came behind the header section. */
    byte[] rest() {
        return head.copy(endOrAll(), head.length());
    }

    private int endOrAll() {
        int end = end();
        return end == NOT_YET ? head.length() : end;
    }

    private int end() {
        while (examined < head.length()) {
            if (head.at(examined) == '\n') {
                int length = examined - lineStart;
                if (length == 0 || head.at(examined - 1) != '\r') {
                    malformed = true;
                    return NOT_YET;
                }
                if (length == 1 && lineStart > 0) {
                    return examined + 1;
                }
                lineStart = examined + 1;
            }
            examined++;
        }
        return NOT_YET;
    }
}
