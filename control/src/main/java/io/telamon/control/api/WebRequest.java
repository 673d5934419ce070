package io.telamon.control.api;

import io.helidon.common.uri.UriFragment;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.telamon.control.http.ClientPeer;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.http.MemoryExhaustedException;
import io.telamon.control.http.RequestBodyException;
import io.telamon.control.http.RequestMemories;
import io.telamon.control.http.RequestMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as the web server sees it. What it takes of the memory for requests is given back when it is closed.
 *
 * <h2>Threads</h2>
 *
 * Confined to the thread that serves the connection.
 */
final class WebRequest implements HttpRequest, AutoCloseable {

    private static final byte[] NO_BODY = {};

    /** Bytes that are read at once, and for which memory is taken. */
    private static final int PIECE = 16 << 10;

    private final ServerRequest request;
    private final Optional<String> publicOrigin;
    private final RequestMemories memories;
    private final ClientPeer peer;
    private final List<RequestMemory.Share> shares = new ArrayList<>(2);

    WebRequest(ServerRequest request, Optional<String> publicOrigin, RequestMemories memories) {
        this.request = request;
        this.publicOrigin = publicOrigin;
        this.memories = memories;
        this.peer = (ClientPeer) request.remotePeer();
    }

    @Override
    public String method() {
        return peer.method(request.prologue().method().text());
    }

    @Override
    public String rawPath() {
        UriFragment fragment = request.prologue().fragment();
        String path = request.prologue().uriPath().rawPath();
        return fragment.hasValue() ? path + "#" + fragment.rawValue() : path;
    }

    @Override
    public String rawQuery() {
        return request.prologue().query().rawValue();
    }

    @Override
    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    @Override
    public List<String> headers(String name) {
        HeaderName header = HeaderNames.create(name);
        return request.headers().contains(header)
                ? request.headers().get(header).allValues()
                : List.of();
    }

    @Override
    public String origin() {
        return publicOrigin.orElseGet(() -> (request.isSecure() ? "https://" : "http://") + request.authority());
    }

    @Override
    public InetAddress remoteAddress() {
        return peer.address().getAddress();
    }

    @Override
    public InetAddress localAddress() {
        return ((InetSocketAddress) request.localPeer().address()).getAddress();
    }

    @Override
    public byte[] body(BodyLimit limit) {
        if (!request.content().hasEntity()) {
            return NO_BODY;
        }
        if (announcedLength() > limit.mostBytes()) {
            throw ErrorCode.PAYLOAD_TOO_LARGE.about(limit.mostBytes());
        }
        RequestMemory.Share share = share(limit);
        try {
            byte[] body = read(limit, share);
            share.received();
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MemoryExhaustedException e) {
            throw ErrorCode.SERVICE_UNAVAILABLE.about().retryAfter(1);
        } catch (RequestBodyException e) {
            throw refusal(e);
        }
    }

    private RequestMemory.Share share(BodyLimit limit) {
        RequestMemory memory = switch (limit) {
            case OF_CALLERS -> memories.bodies();
            case OF_ANYBODY -> memories.open();
        };
        RequestMemory.Share share = memory.receive(peer::displaceBody);
        shares.add(share);
        return share;
    }

    @SuppressWarnings("MustBeClosedChecker") // closing the stream would read on
    private byte[] read(BodyLimit limit, RequestMemory.Share share) throws IOException {
        InputStream in = request.content().inputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[pieceLength()];
        share.take(piece.length);
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            share.take((long) read * limit.charge());
            body.write(piece, 0, read);
            if (body.size() > limit.mostBytes()) {
                throw ErrorCode.PAYLOAD_TOO_LARGE.about(limit.mostBytes());
            }
        }
        return body.toByteArray();
    }

    private int pieceLength() {
        long announced = announcedLength();
        return announced > 0 ? (int) Math.min(announced, PIECE) : PIECE;
    }

    private static ApiException refusal(RequestBodyException e) {
        return switch (e.reason()) {
            case MALFORMED -> ErrorCode.MALFORMED_REQUEST.about();
            case LATE -> ErrorCode.REQUEST_TIMEOUT.about();
            case DISPLACED -> ErrorCode.SERVICE_UNAVAILABLE.about().retryAfter(1);
        };
    }

    @Override
    public void reserve(long bytes) {
        try {
            RequestMemory.Share share = memories.parsing().receive(() -> false);
            shares.add(share);
            share.takeAll(bytes);
        } catch (MemoryExhaustedException e) {
            throw ErrorCode.SERVICE_UNAVAILABLE.about().retryAfter(1);
        }
    }

    /** Reserves memory for a response, if there is any. Of more than there is at all, everything is reserved. */
    boolean reserveForResponse(long bytes) {
        RequestMemory.Share share = memories.bodies().receive(() -> false);
        shares.add(share);
        return share.tryTake(Math.min(bytes, memories.bodies().largestShare()));
    }

    /** Whether no other request can follow on the connection, or none should. */
    boolean isLast() {
        return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
                || (peer.isVersion10() && !isKeptAlive())
                || peer.isLastRequest()
                || (!request.content().consumed() && !isWorthDraining());
    }

    /** Whether the client of an HTTP/1.0 request waits for being told that the connection stays (RFC 9112, section 9.3). */
    boolean isKeptAlive() {
        return peer.isVersion10() && request.headers().containsToken(HeaderValues.CONNECTION_KEEP_ALIVE);
    }

    /**
     * Whether what is left of the body can be read behind the response: not when it is long, or refused, or when the client may not send it,
     * as it waits for 100 Continue (RFC 9110, section 10.1.1).
     */
    private boolean isWorthDraining() {
        return shares.isEmpty()
                && announcedLength() <= HttpLimits.MOST_UNREAD
                && !request.headers().contains(HeaderNames.EXPECT);
    }

    /** The {@code Content-Length}; 0 with a chunked body, whose end may be near. */
    private long announcedLength() {
        return request.headers().contentLength().orElse(0);
    }

    @Override
    public void close() {
        shares.forEach(RequestMemory.Share::close);
        peer.markAnswered();
    }
}
