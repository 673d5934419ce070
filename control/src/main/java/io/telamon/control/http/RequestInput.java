package io.telamon.control.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parser of requests reads: whole header sections, then the body that the header fields announce and nothing behind it. Request
 * lines, and bodies in the chunked coding, are checked here and passed on in their plainest form.
 *
 * <h2>Threads</h2>
 *
 * Confined to the connection's thread.
 */
final class RequestInput implements Supplier<byte @Nullable []> {

    private static final byte[] NOTHING = {};

    /** Bytes of memory for each byte of a header section that comes in pieces: the array that collects them is up to twice as long. */
    private static final long HEAD_CHARGE = 2;

    /** Reads from the client, under the time limit of a phase. */
    interface Source {

        /**
         * Waits for the first bytes of a request.
         *
         * @return nothing when none comes
         */
        byte @Nullable [] readRequest();

        /** The address and port that the client has connected to, in the form of a {@code Host} field. */
        String localAuthority();

        /**
         * Waits for more of a header section.
         *
         * @param since when its first bytes had come, as of {@link System#nanoTime}
         * @return nothing at the end of the connection
         */
        byte @Nullable [] readHead(long since);

        /** The memory of a header section that does not come at once, which ends with the connection when others need it. */
        RequestMemory.Share headMemory();

        /**
         * Waits for more of a body.
         *
         * @param since when its header section had come, as of {@link System#nanoTime}
         * @param received bytes of it that were read before
         * @throws RequestBodyException when nothing comes
         */
        byte[] readBody(long since, long received);

        /**
         * Waits for more of a body that nobody will read, as its request was answered.
         *
         * @param since when that was, as of {@link System#nanoTime}
         * @throws CloseConnectionException when nothing comes
         */
        byte[] readUnread(long since);
    }

    private final Source source;
    private byte[] ahead = NOTHING;
    private long bodySince;
    private long received;
    private long announced;
    private @Nullable HeadReader incomplete;
    private boolean ofHead;
    private boolean version10;
    private @Nullable String mixedCaseMethod;
    private boolean answered;
    private long answeredAt;
    private long unread;
    private @Nullable ChunkDecoder chunks;

    RequestInput(Source source) {
        this.source = source;
    }

    /** Announces the body of the request whose header section was parsed. That it is valid was checked before or will be. */
    void expectBody(Headers headers) {
        received = 0;
        answered = false;
        bodySince = System.nanoTime();
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            chunks = new ChunkDecoder();
        } else if (headers.contains(HeaderNames.CONTENT_LENGTH)) {
            announced = length(headers);
        }
    }

    private static long length(Headers headers) {
        try {
            return headers.contentLength().orElse(0);
        } catch (IllegalArgumentException refusedByTheParser) {
            return 0;
        }
    }

    /** Notes that the request was answered: what is left of its body is read for the sake of the next request only. */
    void markAnswered() {
        if (announced > 0 || chunks != null) {
            answered = true;
            answeredAt = System.nanoTime();
            unread = 0;
        }
    }

    /** The next bytes for the parser; nothing at the end of the connection. */
    @Override
    public byte @Nullable [] get() {
        if (chunks != null) {
            return chunked(chunks);
        }
        return announced > 0 ? counted() : head();
    }

    private byte @Nullable [] head() {
        ofHead = false;
        version10 = false;
        byte[] first = ahead.length > 0 ? takeAhead() : source.readRequest();
        if (first == null) {
            return null;
        }
        HeadReader head = new HeadReader(first);
        incomplete = head;
        while (head.isEmpty()) {
            byte[] more = source.readRequest();
            if (more == null) {
                return null;
            }
            head.add(more);
        }
        if (!head.isComplete() && !complete(head)) {
            return null;
        }
        incomplete = null;
        ahead = head.rest();
        RequestLine line = RequestLine.of(head.head());
        ofHead = line.isOfHead();
        line.checked();
        version10 = line.isVersion10();
        mixedCaseMethod = line.mixedCaseMethod();
        return line.section(source::localAuthority);
    }

    private boolean complete(HeadReader head) {
        long since = System.nanoTime();
        try (RequestMemory.Share memory = source.headMemory()) {
            while (!head.isComplete()) {
                byte[] more = source.readHead(since);
                if (more == null) {
                    return false;
                }
                memory.take(HEAD_CHARGE * more.length);
                head.add(more);
            }
            return true;
        } catch (MemoryExhaustedException e) {
            throw RequestLine.refusal(Status.SERVICE_UNAVAILABLE_503, "no memory for the header section");
        }
    }

    /** Whether the request is a {@code HEAD}, the response to which has no content; also when it has not come whole. */
    boolean isOfHead() {
        HeadReader begun = incomplete;
        return begun == null ? ofHead : RequestLine.of(begun.head()).isOfHead();
    }

    /** Whether the request is one of HTTP/1.0, after which the connection ends unless the client asks for more. */
    boolean isVersion10() {
        return version10;
    }

    /**
     * The method as it was sent, as upper and lower case differ (RFC 9110, section 9.1).
     *
     * @param parsed the same in upper case
     */
    String method(String parsed) {
        return mixedCaseMethod == null ? parsed : mixedCaseMethod;
    }

    private byte[] counted() {
        byte[] bytes = body();
        if (bytes.length > announced) {
            ahead = Arrays.copyOfRange(bytes, (int) announced, bytes.length);
            bytes = Arrays.copyOf(bytes, (int) announced);
        }
        announced -= bytes.length;
        count(bytes.length);
        return bytes;
    }

    private byte[] chunked(ChunkDecoder decoder) {
        ByteBuilder out = new ByteBuilder(1_024);
        while (out.length() == 0) {
            byte[] bytes = body();
            int end = decoder.decode(bytes, out);
            ahead = Arrays.copyOfRange(bytes, end, bytes.length);
            count(end);
        }
        if (decoder.hasEnded()) {
            chunks = null;
        }
        return out.copy(0, out.length());
    }

    private byte[] body() {
        if (answered) {
            return unread();
        }
        byte[] bytes = takeAhead();
        if (bytes.length == 0) {
            bytes = source.readBody(bodySince, received);
        }
        received += bytes.length;
        return bytes;
    }

    private byte[] unread() {
        byte[] bytes = takeAhead();
        if (bytes.length == 0) {
            bytes = source.readUnread(answeredAt);
        }
        return bytes;
    }

    private void count(int bytes) {
        if (answered) {
            unread += bytes;
            if (unread > HttpLimits.MOST_UNREAD) {
                throw new CloseConnectionException("too much is left of the body of an answered request");
            }
        }
    }

    private byte[] takeAhead() {
        byte[] bytes = ahead;
        ahead = NOTHING;
        return bytes;
    }
}
