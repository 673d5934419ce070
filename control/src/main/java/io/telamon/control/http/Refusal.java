package io.telamon.control.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The response to connections beyond the limit, for which no thread is started. */
final class Refusal {

    private static final int STATUS = 503;

    private final byte[] response;

    Refusal(ErrorBodies errors) {
        byte[] body = errors.json(STATUS);
        String head = """
                HTTP/1.1 503 Service Unavailable\r
                Content-Type: application/json\r
                Retry-After: 1\r
                Connection: close\r
                Content-Length: %d\r
                \r
                """.formatted(body.length);
        ByteBuilder bytes = new ByteBuilder(head.length() + body.length);
        bytes.append(head.getBytes(StandardCharsets.US_ASCII), 0, head.length());
        bytes.append(body, 0, body.length);
        response = bytes.copy(0, bytes.length());
    }

    /** Writes as much of it as can be written without waiting, which is nearly always all. With TLS there is no session to write in. */
    void send(SocketChannel channel, boolean tls) throws IOException {
        if (!tls) {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(response));
            channel.shutdownOutput();
        }
    }
}
