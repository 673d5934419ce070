package io.telamon.control.http;

import io.helidon.webserver.http.Handler;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections of HTTP clients and has their requests handled, each connection in a virtual thread of its own. */
public final class HttpListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpListener.class);

    private static final int BACKLOG = 1_024;
    private static final Duration DRAIN = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocketChannel server;
    private final ListenerScope scope;
    private final Refusal refusal;
    private final EssentialThread acceptor;
    private final EssentialThread timeouts;
    private volatile boolean closed;
    private boolean accepting = true;

    private HttpListener(
            ServerSocketChannel server, ListenerScope scope, ErrorBodies errors, EssentialThreads threads) {
        this.server = server;
        this.scope = scope;
        this.refusal = new Refusal(errors);
        this.timeouts = threads.start("http-timeouts", Thread.ofPlatform().daemon(), this::checkTimeouts);
        this.acceptor = threads.start("http-acceptor", Thread.ofPlatform().daemon(), this::accept);
    }

    /**
     * Starts listening.
     *
     * @param address its port 0 for a free one
     * @param tls the server's key and certificate, or nothing to serve plain http
     * @param errors writes the bodies of what is answered before or without the handler
     * @param handler of all requests
     * @param threads list the acceptor and the thread that enforces timeouts, as {@code http-acceptor} and {@code http-timeouts}
     * @throws UncheckedIOException when the address or the port cannot be listened on
     */
    public static HttpListener start(
            InetSocketAddress address,
            Optional<SSLContext> tls,
            HttpLimits limits,
            ErrorBodies errors,
            Handler handler,
            EssentialThreads threads) {
        ListenerScope scope = ListenerScope.of(limits, tls, errors, handler);
        try {
            return new HttpListener(bind(address), scope, errors, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the listener closes it
    private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            return server.bind(address, BACKLOG);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.socket().getLocalPort();
    }

    private void accept() {
        while (!closed) {
            waitForThreads();
            SocketChannel channel;
            try {
                channel = server.accept();
            } catch (IOException e) {
                if (!closed) {
                    onFailure(e);
                }
                continue;
            }
            accepting = true;
            serveOrClose(channel);
        }
    }

    /** A failure of one connection, such as a reset by its client, is none of accepting: others stay open. */
    private void serveOrClose(SocketChannel channel) {
        try {
            serve(channel);
        } catch (IOException e) {
            log.debug("an accepted connection has ended before it was served", e);
        }
    }

    /** Threads of connections that were closed for others end soon; until then their memory is taken. */
    private void waitForThreads() {
        for (int polls = 0; polls < POLL.toMillis() && scope.table().isBehind(); polls++) {
            pause(POLL);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        boolean started = false;
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(channel, (InetSocketAddress) channel.getRemoteAddress(), scope);
            if (scope.table().isBehind() || !scope.table().add(connection)) {
                refusal.send(channel, scope.tls().isPresent());
            } else {
                started = start(connection);
            }
        } finally {
            if (!started) {
                channel.close();
            }
        }
    }

    private boolean start(Connection connection) {
        boolean started = false;
        scope.table().threadStarted();
        try {
            Thread.ofVirtual().name("http-connection").start(connection);
            started = true;
        } finally {
            if (!started) {
                scope.table().remove(connection);
                scope.table().threadEnded();
            }
        }
        return started;
    }

    /** Most likely, there is no file descriptor left. */
    private void onFailure(IOException e) {
        if (accepting) {
            log.warn("no HTTP connection can be accepted for the moment: {}", e.getMessage());
        }
        accepting = false;
        scope.table().closeWaiting();
        pause(AFTER_FAILURE);
    }

    private void checkTimeouts() {
        while (!closed) {
            pause(BETWEEN_CHECKS);
            scope.table().expireLate();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ceases to accept, lets requests finish for up to four seconds, and closes all connections. */
    @Override
    public void close() {
        acceptor.end();
        timeouts.end();
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            log.debug("the listener does not close", e);
        }
        acceptor.join();
        awaitRequests();
        scope.table().close();
        timeouts.interrupt();
        timeouts.join();
    }

    private void awaitRequests() {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        scope.table().drain();
        while (!scope.table().isEmpty()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            pause(POLL);
        }
    }
}
