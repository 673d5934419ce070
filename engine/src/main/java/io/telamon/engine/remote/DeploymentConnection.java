package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authenticated connection to a member of a deployment. It carries one request at a time, and knows itself whether all that was to come
 * of it has come: a failed send or receive closes it, and every frame is checked to be the reply to the request.
 *
 * <h2>Threads</h2>
 *
 * Used by one thread at a time; any other may {@link #close} it, or {@link #closeIfLate}.
 */
final class DeploymentConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentConnection.class);
    private static final byte[] NOTHING = {};

    /** A little more than what a client may be sent, in bytes. */
    static final int LONGEST_FRAME = 48_000_000 + 16 * 1024;

    /** Members, and what stands between, close connections that rest for long. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Socket socket;
    private final InputStream unbuffered;
    private final FrameBuffer in;
    private final OutputStream out;
    private final ReplyDeadline deadline = new ReplyDeadline();
    private final PendingReply reply = new PendingReply();
    private BsonDocument greeting = new BsonDocument();
    private long restingSince = System.nanoTime();
    private volatile boolean closed;

    private DeploymentConnection(Socket socket, Budget budget) throws IOException {
        this.socket = socket;
        this.unbuffered = socket.getInputStream();
        this.in = new FrameBuffer(unbuffered, budget);
        // what is small leaves in one piece, what is large is not copied
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Connects; what is large comes in within that budget. */
    static DeploymentConnection connect(HostAndPort host, DeploymentAddress address, Budget budget) throws IOException {
        Socket socket = DeploymentSocket.open(host, address);
        try {
            return new DeploymentConnection(socket, budget);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Greets and authenticates. */
    void begin(DeploymentAddress address) throws IOException {
        greet(address);
        if (address.login().isPresent()) {
            ScramLogin.run(this, address.login().get(), address.timeout());
        }
        deadline.end();
    }

    /** Old servers, and some that are like them, know {@code isMaster} alone. */
    private void greet(DeploymentAddress address) throws IOException {
        BsonDocument asked = new BsonDocument();
        address.login()
                .ifPresent(login ->
                        asked.append("saslSupportedMechs", new BsonString(login.database() + "." + login.user())));
        BsonDocument hello = new BsonDocument("hello", new BsonInt32(1));
        hello.putAll(asked);
        greeting = run("admin", hello, address.timeout());
        if (!Deployment.isOk(greeting)) {
            BsonDocument isMaster = new BsonDocument("isMaster", new BsonInt32(1));
            isMaster.putAll(asked);
            greeting = run("admin", isMaster, address.timeout());
        }
    }

    BsonDocument greeting() {
        return greeting;
    }

    boolean isWritable() {
        return greeting.get("isWritablePrimary", greeting.get("ismaster", BsonBoolean.FALSE))
                .equals(BsonBoolean.TRUE);
    }

    /** Runs a command, whatever its answer says, unless that takes too long. */
    BsonDocument run(String database, BsonDocument command, Duration timeout) throws IOException {
        BsonDocument body = command.clone().append("$db", new BsonString(database));
        byte[] request = Wire.message(0, 0, 0, body, NOTHING);
        Bytes whole = new Bytes(request, 0, request.length);
        send((to, header) -> header.writeTo(to, whole), false, timeout);
        try {
            return Wire.body(receive(timeout));
        } catch (RuntimeException e) {
            close();
            throw new IOException("a reply that cannot be read", e);
        } finally {
            in.release();
        }
    }

    /** What is to be sent, in however many pieces. */
    @FunctionalInterface
    interface Outgoing {

        /** Writes it with that header in place of its own. */
        void writeTo(OutputStream out, RequestHeader header) throws IOException;
    }

    /**
     * Sends a message, the reply to which is due after that time.
     *
     * @param exhaustAllowed whether the reply may be a stream of replies
     */
    void send(Outgoing message, boolean exhaustAllowed, Duration timeout) throws BrokenConnectionException {
        RequestHeader header = reply.begin(exhaustAllowed);
        deadline.begin(timeout);
        try {
            message.writeTo(out, header);
            out.flush();
        } catch (IOException e) {
            close();
            throw BrokenConnectionException.whileSending(e);
        }
    }

    /**
     * The next reply to what was sent last, whole, valid until the next call.
     *
     * @param timeout for the one after it
     * @throws BrokenConnectionException also if what comes is not that reply
     */
    Bytes receive(Duration timeout) throws BrokenConnectionException {
        try {
            Bytes frame = reply.accept(in.next());
            if (!deadline.end()) {
                throw new IOException("the answer came too late");
            }
            if (reply.isPending()) {
                deadline.begin(timeout);
            }
            return frame;
        } catch (IOException e) {
            close();
            throw BrokenConnectionException.whileReceiving(e);
        }
    }

    /** From now on large replies need memory of that budget. */
    void use(Budget budget) {
        in.use(budget);
    }

    /** Whether a reply to what was sent last may still come. */
    boolean awaitsReply() {
        return reply.isPending();
    }

    /**
     * Ends the use of the connection; false if nobody may use it again: it is closed, or being closed because a reply is late, or a reply may
     * still come, or more came than the reply.
     */
    boolean rest() {
        boolean clean = !closed && !reply.isPending() && !in.hasUnread();
        in.release();
        restingSince = System.nanoTime();
        return deadline.end() && clean;
    }

    /** Whether a connection that rests can be used again: it has not rested for too long, and nothing has come that nobody asked for. */
    boolean isUsable() {
        try {
            return !closed && !isStale() && unbuffered.available() == 0;
        } catch (IOException e) {
            LOG.debug("a connection to {} is gone", socket.getRemoteSocketAddress(), e);
            return false;
        }
    }

    boolean isStale() {
        return System.nanoTime() - restingSince > LONGEST_REST.toNanos();
    }

    /** Whether it was closed for an answer that did not come in time. */
    boolean wasLate() {
        return deadline.isMissed();
    }

    void closeIfLate(long now) {
        if (deadline.miss(now)) {
            LOG.warn("{} takes too long for an answer", socket.getRemoteSocketAddress());
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection to {} is gone", socket.getRemoteSocketAddress(), e);
        }
    }
}
