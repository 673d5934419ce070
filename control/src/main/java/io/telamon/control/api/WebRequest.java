package io.telamon.control.api;

import io.helidon.common.uri.UriFragment;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A request as the web server sees it. */
final class WebRequest implements HttpRequest {

    /** Bytes that are taken in without being looked at; who sends more gets no answer. */
    private static final long MOST_DRAINED = 16 << 20;

    private final ServerRequest request;
    private final Optional<String> publicOrigin;

    WebRequest(ServerRequest request, Optional<String> publicOrigin) {
        this.request = request;
        this.publicOrigin = publicOrigin;
    }

    @Override
    public String method() {
        return request.prologue().method().text();
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
        return ((InetSocketAddress) request.remotePeer().address()).getAddress();
    }

    @Override
    public byte[] body(int mostBytes) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                in.skip(MOST_DRAINED);
                throw ErrorCode.PAYLOAD_TOO_LARGE.about(mostBytes);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what the client still sends, so that it gets to read the answer before the connection is closed. */
    void drain() {
        if (request.content().hasEntity() && !request.content().consumed()) {
            try (InputStream in = request.content().inputStream()) {
                in.skip(MOST_DRAINED);
            } catch (IOException | IllegalStateException e) {
                return; // nobody is there to read the answer
            }
        }
    }
}
