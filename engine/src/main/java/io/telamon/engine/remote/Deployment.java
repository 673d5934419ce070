package io.telamon.engine.remote;

import io.telamon.gateway.spi.EngineUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running deployment: finds the member that takes writes, and keeps connections to it that nobody uses now. A connection serves one
 * message at a time.
 */
public final class Deployment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final int MOST_IDLE = 500;
    private static final byte[] NOTHING = {};

    private final DeploymentAddress address;
    private final ConcurrentLinkedDeque<DeploymentConnection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private volatile Optional<BsonDocument> greeting = Optional.empty();
    private volatile boolean closed;

    /** The one at that address; nothing is connected yet. */
    public Deployment(DeploymentAddress address) {
        this.address = address;
    }

    /** A connection for one message: an idle one or a new one. */
    DeploymentConnection take() throws EngineUnavailableException {
        if (closed) {
            throw new EngineUnavailableException(address + " is closed");
        }
        DeploymentConnection connection = takeIdle();
        while (connection != null && connection.isStale()) {
            connection.close();
            connection = takeIdle();
        }
        return connection != null ? connection : connect();
    }

    private @Nullable DeploymentConnection takeIdle() {
        DeploymentConnection connection = idle.pollFirst();
        if (connection != null) {
            idleCount.decrementAndGet();
        }
        return connection;
    }

    /** Gives a connection back that has nothing left to read. */
    void giveBack(DeploymentConnection connection) {
        connection.rested();
        if (closed || idleCount.get() >= MOST_IDLE) {
            connection.close();
        } else {
            idleCount.incrementAndGet();
            idle.addFirst(connection);
        }
    }

    /** Gives a broken connection up, and with it those that rest: what broke one may have broken all. */
    void giveUp(DeploymentConnection connection) {
        connection.close();
        closeIdle();
    }

    private DeploymentConnection connect() throws EngineUnavailableException {
        List<String> failures = new ArrayList<>();
        for (HostAndPort host : address.hosts()) {
            try {
                DeploymentConnection connection = DeploymentConnection.open(host, address);
                if (connection.isWritable()) {
                    greeting = Optional.of(connection.greeting());
                    return connection;
                }
                connection.close();
                failures.add(host + " takes no writes");
            } catch (IOException e) {
                failures.add(host + ": " + e.getMessage());
            }
        }
        throw new EngineUnavailableException(address + " cannot be used: " + String.join("; ", failures));
    }

    /** What the deployment last answered to {@code hello}, if it ever did. */
    Optional<BsonDocument> greeting() {
        return greeting;
    }

    /**
     * Runs a command of Telamon's own.
     *
     * @throws EngineUnavailableException if it cannot be run or is refused
     */
    public BsonDocument run(String database, BsonDocument command) throws EngineUnavailableException {
        BsonDocument body = command.clone().append("$db", new BsonString(database));
        DeploymentConnection connection = take();
        BsonDocument answer;
        try {
            connection.awaitAtMost(address.patience());
            answer = Wire.body(connection.exchange(Wire.message(connection.nextId(), 0, 0, body, NOTHING)));
            connection.awaitAtMost(DeploymentConnection.LONGEST_ANSWER);
        } catch (IOException | IllegalArgumentException e) {
            giveUp(connection);
            throw new EngineUnavailableException(address + " does not answer: " + e.getMessage(), e);
        }
        giveBack(connection);
        if (!isOk(answer)) {
            LOG.debug("{} refuses {}: {}", address, command.getFirstKey(), answer);
            throw new EngineUnavailableException(
                    address + " refuses " + command.getFirstKey() + ": " + answer.get("errmsg", new BsonString("")));
        }
        return answer;
    }

    /** Tells a member something that it need not take writes for, and whether it was understood. */
    public static boolean tell(DeploymentAddress address, BsonDocument command) {
        try (DeploymentConnection connection =
                DeploymentConnection.open(address.hosts().getFirst(), address)) {
            return isOk(connection.run("admin", command));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} does not take {} yet", address, command.getFirstKey(), e);
            return false;
        }
    }

    static boolean isOk(BsonDocument answer) {
        return answer.isNumber("ok") && answer.getNumber("ok").intValue() == 1;
    }

    /** The names of all databases. */
    List<String> databases() throws EngineUnavailableException {
        BsonDocument answer =
                run("admin", new BsonDocument("listDatabases", new BsonInt32(1)).append("nameOnly", BsonBoolean.TRUE));
        return answer.getArray("databases").stream()
                .map(database -> database.asDocument().getString("name").getValue())
                .toList();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /** Closes the connections that rest; others are closed when they are given back. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (DeploymentConnection other = takeIdle(); other != null; other = takeIdle()) {
            other.close();
        }
    }
}
