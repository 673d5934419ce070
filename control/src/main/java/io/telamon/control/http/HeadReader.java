package io.telamon.control.http;

/**
 * Finds the end of a header section (RFC 9112, section 2.1): the first empty line. It is collected whole before it is parsed, so that many
 * small pieces take no more memory than their bytes. One empty line before the request line is left out (section 2.2).
 */
final class HeadReader {

    /** A request line of 4 KiB and fields of 16 KiB, and a little more, to be refused. */
    static final int LONGEST = 21 << 10;

    private static final int NOT_YET = -1;

    private final ByteBuilder head;
    private int start;
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

    /** Whether nothing has come but an empty line before the request line, or a part of it. */
    boolean isEmpty() {
        return head.length() == 2 ? end() == NOT_YET && start == 2 : head.length() == 1 && head.at(0) == '\r';
    }

    /** The header section, up to and with the empty line, or what there is of it. */
    byte[] head() {
        int end = endOrAll();
        return head.copy(start, end);
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
                if (length == 1 && lineStart > start) {
                    return examined + 1;
                }
                if (length == 1 && start > 0) {
                    malformed = true;
                    return NOT_YET;
                }
                lineStart = examined + 1;
                start = length == 1 ? lineStart : start;
            }
            examined++;
        }
        return NOT_YET;
    }
}
