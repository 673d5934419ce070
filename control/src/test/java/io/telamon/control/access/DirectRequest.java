package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.BodyLimit;
import io.telamon.control.api.HttpRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request that is given to the pipeline without a socket. */
record DirectRequest(String method, String rawPath, String text, String authorization, String contentType)
        implements HttpRequest {

    DirectRequest(String method, String rawPath, String text, String authorization) {
        this(method, rawPath, text, authorization, "application/json");
    }

    DirectRequest ofType(String type) {
        return new DirectRequest(method, rawPath, text, authorization, type);
    }

    @Override
    public String rawQuery() {
        return "";
    }

    @Override
    public Optional<String> header(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization" -> Optional.of(authorization);
            case "accept" -> Optional.of("application/vnd.atlas.2026-02-01+json");
            case "content-type" -> text.isEmpty() ? Optional.empty() : Optional.of(contentType);
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public String origin() {
        return "http://127.0.0.1";
    }

    @Override
    public InetAddress localAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public InetAddress remoteAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public byte[] body(BodyLimit limit) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void reserve(long bytes) {
        assertThat(bytes).isPositive();
    }
}
