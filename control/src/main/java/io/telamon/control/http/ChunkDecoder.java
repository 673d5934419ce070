package io.telamon.control.http;

import io.telamon.control.http.RequestBodyException.Reason;
import java.nio.charset.StandardCharsets;

/**
 * Reads the chunked transfer coding of RFC 9112, section 7.1, and writes it anew in its plainest form: chunk extensions and trailer fields
 * are left out, and chunks become no larger than what was read at once. Whatever the grammar does not allow is refused.
 */
final class ChunkDecoder {

    /** Hexadecimal digits of a chunk's size; more would not fit into a long. */
    private static final int MOST_DIGITS = 15;

    /** Characters of a line with a size and its extensions, and of all trailer fields together. */
    private static final int LONGEST_EXTENSIONS = 1_024;

    private static final int LONGEST_TRAILERS = 8_192;
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CRLF = {'\r', '\n'};

    private State state = State.SIZE;
    private long size;
    private int digits;
    private int skipped;
    private boolean lineHasText;

    private enum State {
        SIZE,
        SPACE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_CR,
        DATA_END,
        TRAILER,
        TRAILER_END,
        ENDED
    }

    /** Whether the last chunk and the trailer section have been read. */
    boolean hasEnded() {
        return state == State.ENDED;
    }

    /**
     * Reads some bytes, at most to the end of the body.
     *
     * @param out takes the chunks
     * @return the index of the first byte that was not read
     * @throws RequestBodyException when the chunks are malformed
     */
    int decode(byte[] in, ByteBuilder out) {
        int at = 0;
        while (at < in.length && state != State.ENDED) {
            at = state == State.DATA ? data(in, at, out) : step(in, at);
        }
        if (state == State.ENDED) {
            out.append(LAST, 0, LAST.length);
        }
        return at;
    }

    private int data(byte[] in, int from, ByteBuilder out) {
        int length = (int) Math.min(size, in.length - from);
        byte[] line = (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        out.append(line, 0, line.length);
        out.append(in, from, length);
        out.append(CRLF, 0, CRLF.length);
        size -= length;
        if (size == 0) {
            state = State.DATA_CR;
        }
        return from + length;
    }

    private int step(byte[] in, int at) {
        byte next = in[at];
        state = switch (state) {
            case SIZE -> size(next);
            case SPACE -> space(next);
            case EXTENSION -> extension(next);
            case SIZE_END -> sizeEnd(next);
            case DATA_CR -> expect('\r', next, State.DATA_END);
            case DATA_END -> expect('\n', next, begin());
            case TRAILER -> trailer(next);
            case TRAILER_END -> trailerEnd(next);
            case DATA, ENDED -> throw new IllegalStateException();
        };
        return at + 1;
    }

    private State size(byte next) {
        int digit = next < 0 ? -1 : Character.digit(next, 16);
        if (digit >= 0) {
            digits++;
            require(digits <= MOST_DIGITS, "the size of a chunk is too large");
            size = (size << 4) | digit;
            return State.SIZE;
        }
        require(digits > 0, "a chunk does not begin with its size");
        return next == '\r' ? State.SIZE_END : space(next);
    }

    private State space(byte next) {
        if (next == ';') {
            return State.EXTENSION;
        }
        require(next == ' ' || next == '\t', "the size of a chunk is not a hexadecimal number");
        return skip(State.SPACE, LONGEST_EXTENSIONS);
    }

    private State extension(byte next) {
        if (next == '\r') {
            return State.SIZE_END;
        }
        requireText(next);
        return skip(State.EXTENSION, LONGEST_EXTENSIONS);
    }

    private State sizeEnd(byte next) {
        State after = size == 0 ? State.TRAILER : State.DATA;
        skipped = 0;
        return expect('\n', next, after);
    }

    private State begin() {
        digits = 0;
        size = 0;
        return State.SIZE;
    }

    private State trailer(byte next) {
        if (next == '\r') {
            return State.TRAILER_END;
        }
        requireText(next);
        lineHasText = true;
        return skip(State.TRAILER, LONGEST_TRAILERS);
    }

    private State trailerEnd(byte next) {
        State after = lineHasText ? State.TRAILER : State.ENDED;
        lineHasText = false;
        return expect('\n', next, after);
    }

    private State skip(State same, int most) {
        skipped++;
        require(skipped <= most, "chunk extensions or trailer fields are too long");
        return same;
    }

    private static State expect(char expected, byte next, State after) {
        require(next == expected, "a line of the chunked coding does not end with CR LF");
        return after;
    }

    private static void requireText(byte next) {
        require(
                next < 0 || (next >= ' ' && next != 0x7f) || next == '\t',
                "a line of the chunked coding has a control character");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RequestBodyException(Reason.MALFORMED, otherwise);
        }
    }
}
