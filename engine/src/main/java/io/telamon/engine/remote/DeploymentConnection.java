package io.telamon.engine.remote;

import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authenticated connection to a member of a deployment.
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
    private final FrameBuffer in;
    private final OutputStream out;
    private final Deadline deadline = new Deadline();
    private BsonDocument greeting = new BsonDocument();
    private long restingSince = System.nanoTime();
    private int lastId;

    private DeploymentConnection(Socket socket, Budget budget) throws IOException {
        this.socket = socket;
        this.in = new FrameBuffer(socket.getInputStream(), budget);
        // what is small leaves in one piece, what is large is not copied
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Connects; what is large comes in within that budget. */
    static DeploymentConnection connect(HostAndPort host, DeploymentAddress address, Budget budget) throws IOException {
        Socket socket = socket(host, address);
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
            ScramLogin.run(this, address.login().get(), address.patience());
        }
        deadline.end();
    }

    private static Socket socket(HostAndPort host, DeploymentAddress address) throws IOException {
        if (host.isUnixSocket()) {
            return UnixSocket.connect(Path.of(host.host()));
        }
        Socket socket = new Socket();
        try {
            int patience = (int) address.patience().toMillis();
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host.host(), host.port()), patience);
            return address.tls() ? secured(socket, host, patience) : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, HostAndPort host, int patience) throws IOException {
        SSLSocket tls = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host.host(), host.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(patience);
        tls.startHandshake();
        tls.setSoTimeout(0);
        return tls;
    }

    /** Old servers, and some that are like them, know {@code isMaster} alone. */
    private void greet(DeploymentAddress address) throws IOException {
        BsonDocument asked = new BsonDocument();
        address.login()
                .ifPresent(login ->
                        asked.append("saslSupportedMechs", new BsonString(login.database() + "." + login.user())));
        BsonDocument hello = new BsonDocument("hello", new BsonInt32(1));
        hello.putAll(asked);
        greeting = run("admin", hello, address.patience());
        if (!Deployment.isOk(greeting)) {
            BsonDocument isMaster = new BsonDocument("isMaster", new BsonInt32(1));
            isMaster.putAll(asked);
            greeting = run("admin", isMaster, address.patience());
        }
    }

    BsonDocument greeting() {
        return greeting;
    }

    boolean isWritable() {
        return greeting.getBoolean("isWritablePrimary", greeting.getBoolean("ismaster", BsonBoolean.FALSE))
                .getValue();
    }

    int nextId() {
        return ++lastId;
    }

    /** Runs a command, whatever its answer says, unless that takes too long. */
    BsonDocument run(String database, BsonDocument command, Duration patience) throws IOException {
        BsonDocument body = command.clone().append("$db", new BsonString(database));
        int id = nextId();
        byte[] request = Wire.message(id, 0, 0, body, NOTHING);
        send(to -> to.write(request), patience);
        Bytes reply = receive(patience);
        if (Wire.responseTo(reply) != id) {
            throw new IOException("an answer to another request");
        }
        return Wire.body(reply);
    }

    /** What is to be sent, in however many pieces. */
    @FunctionalInterface
    interface Outgoing {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Sends a message, the answer to which is due after that time. */
    void send(Outgoing message, Duration patience) throws BrokenConnectionException {
        deadline.begin(patience);
        try {
            message.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw BrokenConnectionException.whileSending(e);
        }
    }

    /**
     * The next frame, whole, valid until the next call.
     *
     * @param patience for the one after it
     */
    Bytes receive(Duration patience) throws BrokenConnectionException {
        try {
            Bytes frame = in.next();
            if (!deadline.end()) {
                throw new IOException("the answer came too late");
            }
            deadline.begin(patience);
            return frame;
        } catch (IOException e) {
            throw BrokenConnectionException.whileReceiving(e);
        }
    }

    /** Nobody waits for anything; false if the connection is being closed because somebody waited too long. */
    boolean rest() {
        in.release();
        restingSince = System.nanoTime();
        return deadline.end();
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
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection to {} is gone", socket.getRemoteSocketAddress(), e);
        }
    }
}
