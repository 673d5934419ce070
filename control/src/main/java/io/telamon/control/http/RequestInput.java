package io.telamon.control.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parser of requests reads: whole header sections, then the body that the header fields announce and nothing behind it. Bodies in
 * the chunked coding are checked here and passed on in its plainest form.
 *
 * <h2>Threads</h2>
 *
 * Confined to the connection's thread.
 */
final class RequestInput implements Supplier<byte @Nullable []> {

    private static final byte[] NOTHING = {};

    /** Reads from the client, under the time limit of a phase. */
    interface Source {

        /**
         * Waits for the first bytes of a request.
         *
         * @return nothing when none comes
         */
        byte @Nullable [] readRequest();

        /**
         * Waits for more of a header section.
         *
         * @param since when its first bytes had come, as of {@link System#nanoTime}
         * @return nothing at the end of the connection
         */
        byte @Nullable [] readHead(long since);

        /**
         * Waits for more of a body.
         *
         * @param since when its header section had come, as of {@link System#nanoTime}
         * @param received bytes of it that were read before
         * @throws RequestBodyException when nothing comes
         */
        byte[] readBody(long since, long received);
    }

    private final Source source;
    private byte[] ahead = NOTHING;
    private long bodySince;
    private long received;
    private long announced;
    private @Nullable ChunkDecoder chunks;

    RequestInput(Source source) {
        this.source = source;
    }

    /** Announces the body of the request whose header section was parsed. That it is valid was checked before or will be. */
    void expectBody(Headers headers) {
        received = 0;
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

    /** Whether a part of a body has not been read, so that the client may still be sending it. */
    boolean hasBodyLeft() {
        return announced > 0 || chunks != null;
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
        byte[] first = ahead.length > 0 ? takeAhead() : source.readRequest();
        if (first == null) {
            return null;
        }
        HeadReader head = new HeadReader(first);
        long since = head.isComplete() ? 0 : System.nanoTime();
        while (!head.isComplete()) {
            byte[] more = source.readHead(since);
            if (more == null) {
                return null;
            }
            head.add(more);
        }
        ahead = head.rest();
        return head.head();
    }

    private byte[] counted() {
        byte[] bytes = body();
        if (bytes.length > announced) {
            ahead = Arrays.copyOfRange(bytes, (int) announced, bytes.length);
            bytes = Arrays.copyOf(bytes, (int) announced);
        }
        announced -= bytes.length;
        return bytes;
    }

    private byte[] chunked(ChunkDecoder decoder) {
        ByteBuilder out = new ByteBuilder(1_024);
        while (out.length() == 0) {
            byte[] bytes = body();
            int end = decoder.decode(bytes, out);
            ahead = Arrays.copyOfRange(bytes, end, bytes.length);
        }
        if (decoder.hasEnded()) {
            chunks = null;
        }
        return out.copy(0, out.length());
    }

    private byte[] body() {
        byte[] bytes = takeAhead();
        if (bytes.length == 0) {
            bytes = source.readBody(bodySince, received);
        }
        received += bytes.length;
        return bytes;
    }

    private byte[] takeAhead() {
        byte[] bytes = ahead;
        ahead = NOTHING;
        return bytes;
    }
}
