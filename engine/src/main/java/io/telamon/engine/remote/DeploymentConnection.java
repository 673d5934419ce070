package io.telamon.engine.remote;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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

/** An authenticated connection to a member of a deployment. Used by one thread at a time. */
final class DeploymentConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentConnection.class);
    private static final int LONGEST_FRAME = 48_000_000 + 16 * 1024;
    private static final byte[] NOTHING = {};

    /** Longer than the longest that an operation of a client may ask for, five minutes. */
    static final Duration LONGEST_ANSWER = Duration.ofMinutes(6);

    /** Members, and what stands between, close connections that rest for long. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Socket socket;
    private final DataInputStream in;
    private BsonDocument greeting = new BsonDocument();
    private long restingSince = System.nanoTime();
    private int lastId;

    private DeploymentConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
    }

    /** Connects, greets and authenticates. */
    static DeploymentConnection open(HostAndPort host, DeploymentAddress address) throws IOException {
        DeploymentConnection connection = new DeploymentConnection(socket(host, address));
        try {
            connection.socket.setSoTimeout((int) address.patience().toMillis());
            connection.greet();
            if (address.login().isPresent()) {
                ScramLogin.run(connection, address.login().get());
            }
            connection.awaitAtMost(LONGEST_ANSWER);
            return connection;
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Gives up on an answer that takes longer. */
    void awaitAtMost(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    private static Socket socket(HostAndPort host, DeploymentAddress address) throws IOException {
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
        return tls;
    }

    /** Old servers, and some that are like them, know {@code isMaster} alone. */
    private void greet() throws IOException {
        greeting = run("admin", new BsonDocument("hello", new BsonInt32(1)));
        if (!Deployment.isOk(greeting)) {
            greeting = run("admin", new BsonDocument("isMaster", new BsonInt32(1)));
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

    void rested() {
        restingSince = System.nanoTime();
    }

    boolean isStale() {
        return System.nanoTime() - restingSince > LONGEST_REST.toNanos();
    }

    /** Runs a command, whatever its answer says. */
    BsonDocument run(String database, BsonDocument command) throws IOException {
        BsonDocument body = command.append("$db", new BsonString(database));
        return Wire.body(exchange(Wire.message(nextId(), 0, 0, body, NOTHING)));
    }

    byte[] exchange(byte[] request) throws IOException {
        send(request, 0, request.length);
        byte[] reply = receive();
        if (Wire.responseTo(reply) != Wire.requestId(request)) {
            throw new IOException("an answer to another request");
        }
        return reply;
    }

    void send(byte[] bytes, int offset, int length) throws IOException {
        socket.getOutputStream().write(bytes, offset, length);
    }

    /** The next frame, whole. */
    byte[] receive() throws IOException {
        byte[] header = new byte[Integer.BYTES];
        in.readFully(header);
        int length = Wire.int32(header, 0);
        if (length < Wire.HEADER || length > LONGEST_FRAME) {
            throw new EOFException("a frame of " + length + " bytes");
        }
        byte[] frame = new byte[length];
        Wire.putInt32(frame, 0, length);
        in.readFully(frame, Integer.BYTES, length - Integer.BYTES);
        return frame;
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
