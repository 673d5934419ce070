package io.telamon.control.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.telamon.control.http.RequestBodyException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of an HTTP client. Helidon parses its requests and writes its responses; this class reads and writes the bytes, under the
 * limits of {@link HttpLimits}.
 *
 * <h2>Threads</h2>
 *
 * One virtual thread serves the connection. {@link #expire}, {@link #displace}, {@link #displaceBody}, {@link #drain} and {@link #close} are
 * for other threads.
 */
final class Connection implements ConnectionContext, RequestInput.Source, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    /** Enough for the header section and the small body of most requests. A connection that waits keeps a buffer of this size. */
    private static final int HEAD_BUFFER = 1 << 10;

    private static final int BODY_BUFFER = 16 << 10;

    /** For the connection's thread to answer, after it has expired. */
    private static final Duration TO_END = Duration.ofSeconds(2);

    private static final Duration TO_LINGER = Duration.ofSeconds(5);

    /** From the response, for what is left of a body. */
    private static final Duration TO_DRAIN = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final ListenerScope scope;
    private final ClientPeer peer;
    private final Progress progress;
    private final RequestInput input = new RequestInput(this);
    private final DataReader reader = DataReader.create(input);
    private @Nullable Transport transport;
    private @Nullable ResponseOutput output;
    private boolean served;
    private boolean noContent;
    private volatile boolean closing;
    private volatile boolean displaced;

    Connection(SocketChannel channel, InetSocketAddress remote, ListenerScope scope) {
        this.channel = channel;
        this.scope = scope;
        this.progress = new Progress(scope.limits().headTimeout());
        this.peer = new ClientPeer(remote, progress, this);
    }

    @Override
    public void run() {
        try (channel) {
            Transport opened = open();
            transport = opened;
            output = new ResponseOutput(opened, progress, scope.limits(), input::isOfHead);
            serve();
            linger(opened);
        } catch (IOException | RuntimeException e) {
            log.debug("a connection of {} has ended", peer.address(), e);
        } finally {
            scope.table().remove(this);
            scope.table().threadEnded();
        }
    }

    private Transport open() throws IOException {
        return scope.tls().isPresent()
                ? TlsTransport.accept(channel, scope.tls().get())
                : new PlainTransport(channel);
    }

    private void serve() {
        try {
            scope.protocol().connection(this).handle(scope.limit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CloseConnectionException e) {
            log.trace("the last response was written", e);
        }
    }

    /**
     * Takes in what the client is still sending, for a while: a connection that is closed with unread bytes is reset, and the client may lose
     * the last response (RFC 9112, section 9.6).
     */
    private void linger(Transport opened) throws IOException {
        if (!served || !progress.enter(Phase.LINGERING, TO_LINGER)) {
            return;
        }
        opened.endOutput();
        byte[] ignored = new byte[HEAD_BUFFER];
        while (opened.read(ignored) >= 0) {
            log.trace("bytes behind the last request");
        }
    }

    @Override
    public byte @Nullable [] readRequest() {
        HttpLimits limits = scope.limits();
        if (served) {
            progress.enter(Phase.IDLE, limits.idleTimeout());
        }
        if (closing) {
            return null;
        }
        byte[] bytes = readOrClose(HEAD_BUFFER);
        if (bytes == null || !progress.handle()) {
            return null;
        }
        served = true;
        return bytes;
    }

    @Override
    public byte @Nullable [] readHead(long since) {
        progress.enter(new Progress.State(
                Phase.HEAD, since, scope.limits().headTimeout().toNanos()));
        byte[] bytes = readOrClose(HEAD_BUFFER);
        if (!progress.handle()) {
            throw RequestException.builder()
                    .status(Status.REQUEST_TIMEOUT_408)
                    .type(EventType.BAD_REQUEST)
                    .request(TransportRequest.empty())
                    .setKeepAlive(false)
                    .message("the header section did not come in time")
                    .build();
        }
        return bytes;
    }

    @Override
    public String localAuthority() {
        PeerInfo local = localPeer();
        String host = local.host();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + local.port();
    }

    @Override
    public RequestMemory.Share headMemory() {
        return scope.heads().receive(this::displaceHead);
    }

    private boolean displaceHead() {
        Progress.State seen = progress.state();
        return seen.phase() == Phase.HEAD && close(seen);
    }

    private byte @Nullable [] readOrClose(int most) {
        try {
            return read(most);
        } catch (IOException e) {
            if (progress.isExpired()) {
                return null;
            }
            throw new CloseConnectionException("the connection has broken", e);
        }
    }

    @Override
    public byte[] readBody(long since, long received) {
        Duration most = scope.limits().timeFor(received);
        progress.enter(new Progress.State(Phase.BODY, since, most.toNanos()));
        byte[] bytes;
        try {
            // while a client is waited for, the buffer takes no more memory than it has sent before
            bytes = read(Math.clamp(received, HEAD_BUFFER, BODY_BUFFER));
        } catch (IOException e) {
            bytes = null;
        }
        if (!progress.handle()) {
            throw displaced
                    ? new RequestBodyException(Reason.DISPLACED, "the memory of the body was given to another request")
                    : new RequestBodyException(Reason.LATE, "the body did not come in time");
        }
        if (bytes == null) {
            throw new RequestBodyException(Reason.MALFORMED, "the connection ended before the body did");
        }
        return bytes;
    }

    @Override
    public byte[] readUnread(long since) {
        progress.enter(new Progress.State(Phase.DRAINING, since, TO_DRAIN.toNanos()));
        byte[] bytes;
        try {
            bytes = read(HEAD_BUFFER);
        } catch (IOException e) {
            bytes = null;
        }
        if (!progress.handle() || bytes == null) {
            throw new CloseConnectionException("the body of an answered request did not end in time");
        }
        return bytes;
    }

    private byte @Nullable [] read(int most) throws IOException {
        byte[] buffer = new byte[most];
        int length = transport().read(buffer);
        return length < 0 ? null : Arrays.copyOf(buffer, length);
    }

    private Transport transport() {
        return Objects.requireNonNull(transport, "not open");
    }

    RequestInput input() {
        return input;
    }

    /** Notes whether the response that is written is one without content. */
    void setNoContent(boolean noContent) {
        this.noContent = noContent;
    }

    boolean isNoContent() {
        return noContent;
    }

    boolean isClosing() {
        return closing;
    }

    InetAddress address() {
        return peer.address().getAddress();
    }

    Progress.State state() {
        return progress.state();
    }

    /**
     * Ends what the connection is seen to do, unless it does something else by now. A client that has sent a part of a request gets an answer.
     *
     * @return whether it was ended
     */
    boolean expire(Progress.State seen) {
        boolean answered = seen.phase() == Phase.HEAD || seen.phase() == Phase.BODY;
        boolean expired = progress.expire(seen, TO_END);
        if (expired) {
            end(answered);
        }
        return expired;
    }

    private void end(boolean answered) {
        try {
            if (answered) {
                channel.shutdownInput();
            } else {
                channel.close();
            }
        } catch (IOException e) {
            log.debug("a connection of {} was closed already", peer.address(), e);
        }
    }

    /** Closes the connection while no request is lost by that. */
    boolean displace(Progress.State seen) {
        return seen.phase().isDisplaceable() && close(seen);
    }

    private boolean close(Progress.State seen) {
        boolean expired = progress.expire(seen, TO_END);
        if (expired) {
            end(false);
        }
        return expired;
    }

    /** Ends the reading of a body, so that the request is answered 503 and gives back its memory. */
    boolean displaceBody() {
        Progress.State seen = progress.state();
        boolean expired = seen.phase() == Phase.BODY && progress.expire(seen, TO_END);
        if (expired) {
            displaced = true;
            end(true);
        }
        return expired;
    }

    /** Ends the connection after the request under way, or at once when there is none. */
    void drain() {
        closing = true;
        Progress.State seen = progress.state();
        if (seen.phase().isWaiting()) {
            close(seen);
        }
    }

    /** Ends the connection, whatever it does. */
    void close() {
        end(false);
    }

    @Override
    public ListenerContext listenerContext() {
        return scope;
    }

    @Override
    public ExecutorService executor() {
        return scope.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return Objects.requireNonNull(output, "not open");
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public Router router() {
        return scope.router();
    }

    @Override
    public ClientPeer remotePeer() {
        return peer;
    }

    @Override
    public PeerInfo localPeer() {
        return new LocalPeer(channel);
    }

    @Override
    public boolean isSecure() {
        return transport().isSecure();
    }

    @Override
    public String socketId() {
        return "http";
    }

    @Override
    public String childSocketId() {
        return peer.address().toString();
    }
}
