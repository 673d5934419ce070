package io.telamon.control.api;

import io.telamon.control.http.ErrorBodies;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.http.HttpListener;
import io.telamon.control.http.RequestMemories;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The HTTP server: binds, accepts, hands every request to the pipeline, and drains when it stops. */
public final class ApiServer implements AutoCloseable {

    private final HttpListener listener;
    private final RequestMemories memories;

    private ApiServer(HttpListener listener, RequestMemories memories) {
        this.listener = listener;
        this.memories = memories;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for a free one
     * @param tls the server's key and certificate, or nothing to serve plain http
     * @param publicOrigin what links begin with, or nothing to take it from each request's {@code Host}
     * @param limits of connections, times and memory
     * @param threads list those that the server needs
     * @throws UncheckedIOException when the address or the port cannot be listened on
     */
    public static ApiServer start(
            InetAddress address,
            int port,
            Optional<SSLContext> tls,
            Optional<String> publicOrigin,
            HttpLimits limits,
            Pipeline pipeline,
            EssentialThreads threads) {
        ErrorBodies errors = new WebErrors();
        RequestMemories memories = limits.memories();
        PipelineHandler handler = new PipelineHandler(pipeline, publicOrigin, memories, errors);
        HttpListener listener =
                HttpListener.start(new InetSocketAddress(address, port), tls, limits, errors, handler, threads);
        return new ApiServer(listener, memories);
    }

    /** The port that the server listens on. */
    public int port() {
        return listener.port();
    }

    /** Bytes of memory that requests under way have taken. */
    public long takenMemory() {
        return memories.bodies().taken()
                + memories.parsing().taken()
                + memories.open().taken();
    }

    @Override
    public void close() {
        listener.close();
    }
}
