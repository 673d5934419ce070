package io.telamon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Warms the load generator up before it meets the server: a server of its own in this process that answers everything at
 * once. Without it the first requests to a cold server would also meet a cold client, and measure both.
 */
final class Primer implements AutoCloseable {

    private static final byte[] OK = bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] CREATED = bytes("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] CHALLENGE = bytes("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n"
            + "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"\r\n\r\n");

    private final ServerSocket listener;

    private Primer() throws IOException {
        listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Does every operation of the phases for a moment, to nobody. */
    static void prime(Target target, Iterable<Phase> phases) throws IOException, InterruptedException {
        try (Primer primer = new Primer()) {
            Target self =
                    target.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), primer.listener.getLocalPort()));
            for (Phase phase : phases) {
                AtomicLong clusters = new AtomicLong(1);
                try (Workers workers = new Workers(self, 2, () -> phase.verb().operation(self, clusters))) {
                    workers.work(Limit.parse("0.3s"));
                }
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofPlatform().daemon().start(() -> answer(socket));
            }
        } catch (IOException e) {
            // Closed: the warm-up is over.
        }
    }

    /** Takes what one read brings for one request, which holds for small ones on the same machine. */
    private static void answer(Socket socket) {
        byte[] request = new byte[4096];
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (int length = in.read(request); length > 0; length = in.read(request)) {
                out.write(answerTo(new String(request, 0, length, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException e) {
            // The client has left.
        }
    }

    private static byte[] answerTo(String request) {
        if (!request.contains("Authorization: ")) {
            return CHALLENGE;
        }
        return request.startsWith("POST") ? CREATED : OK;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
