package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running deployment: finds the member that takes writes, and keeps connections to it that nobody uses now. A connection serves one
 * message at a time.
 */
public final class Deployment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    /** Longer than the longest that an operation of a client may ask for, five minutes. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(6);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final DeploymentAddress address;
    private final Budget budget;
    private final Duration longestAnswer;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<DeploymentConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<DeploymentConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();
    private volatile Optional<BsonDocument> greeting = Optional.empty();
    private volatile boolean knowsRetries;
    private volatile boolean closed;

    /** The one at that address; nothing is connected yet. What is large comes from it within that budget. */
    public Deployment(DeploymentAddress address, Budget budget) {
        this(address, budget, LONGEST_ANSWER);
    }

    Deployment(DeploymentAddress address, Budget budget, Duration longestAnswer) {
        this.address = address;
        this.longestAnswer = longestAnswer;
        this.budget = budget;
        this.free = new Semaphore(address.connections());
    }

    /** The memory for large replies to all that use it. */
    Budget replyMemory() {
        return budget;
    }

    /** For how long an answer to a client's message is waited for. */
    Duration longestAnswer() {
        return longestAnswer;
    }

    /** A connection for one message: an idle one or a new one. */
    DeploymentConnection take() throws EngineUnavailableException {
        if (!acquire()) {
            throw EngineUnavailableException.busy(address + " has no connection free");
        }
        try {
            DeploymentConnection connection = idle.pollFirst();
            while (connection != null && !connection.isUsable()) {
                close(connection);
                connection = idle.pollFirst();
            }
            return connection != null ? connection : connect();
        } catch (EngineUnavailableException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire() || free.tryAcquire(address.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes a connection back after its use. It is used again if it is at rest, and closed otherwise. */
    void giveBack(DeploymentConnection connection) {
        if (connection.rest() && !closed) {
            idle.addFirst(connection);
        } else {
            close(connection);
        }
        free.release();
    }

    /** Closes the connections that rest: what broke one may have broken all. */
    void closeIdle() {
        for (DeploymentConnection other = idle.pollFirst(); other != null; other = idle.pollFirst()) {
            close(other);
        }
    }

    /** Closes those that have rested for too long. The others are in use again and again: the last to rest is the first to be taken. */
    private void closeStale() {
        DeploymentConnection oldest = idle.pollLast();
        while (oldest != null && oldest.isStale()) {
            close(oldest);
            oldest = idle.pollLast();
        }
        if (oldest != null) {
            idle.addLast(oldest);
        }
    }

    private void close(DeploymentConnection connection) {
        open.remove(connection);
        connection.close();
    }

    private DeploymentConnection connect() throws EngineUnavailableException {
        List<String> failures = new ArrayList<>();
        for (HostAndPort host : address.hosts()) {
            try {
                DeploymentConnection connection = reach(host);
                if (connection.isWritable()) {
                    knowsRetries = knowsRetries(connection.greeting());
                    greeting = Optional.of(connection.greeting());
                    return connection;
                }
                close(connection);
                failures.add(host + " takes no writes");
            } catch (IOException e) {
                failures.add(host + ": " + e.getMessage());
            }
        }
        throw new EngineUnavailableException(address + " cannot be used: " + String.join("; ", failures));
    }

    private DeploymentConnection reach(HostAndPort host) throws IOException {
        DeploymentConnection connection = DeploymentConnection.connect(host, address, budget);
        open.add(connection);
        if (watched.compareAndSet(false, true)) {
            Thread.ofVirtual().name("telamon-deployment-watch").start(this::watch);
        }
        try {
            connection.begin(address);
        } catch (IOException e) {
            close(connection);
            throw e;
        } catch (RuntimeException e) {
            close(connection);
            throw new IOException("its answers to a greeting or a login cannot be read", e);
        }
        if (closed) {
            close(connection);
            throw new IOException("not used any more");
        }
        return connection;
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(BETWEEN_LOOKS);
                closeLateOrStale();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection that cannot be closed does not end the watch over the others. */
    private void closeLateOrStale() {
        try {
            long now = System.nanoTime();
            open.forEach(connection -> connection.closeIfLate(now));
            closeStale();
        } catch (RuntimeException e) {
            LOG.warn("late connections to {} could not be closed, trying again", address, e);
        }
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
        DeploymentConnection connection = take();
        BsonDocument answer;
        try {
            connection.use(budget);
            answer = connection.run(database, command, address.timeout());
        } catch (IOException e) {
            closeIdle();
            throw new EngineUnavailableException(address + " does not answer: " + e.getMessage(), e);
        } finally {
            giveBack(connection);
        }
        if (!isOk(answer)) {
            LOG.debug("{} refuses {}: {}", address, command.getFirstKey(), answer);
            throw new EngineUnavailableException(
                    address + " refuses " + command.getFirstKey() + ": " + answer.get("errmsg", new BsonString("")));
        }
        return answer;
    }

    /** Tells the first member something that it need not take writes for, and whether it was understood. */
    public boolean tell(BsonDocument command) {
        try {
            DeploymentConnection connection = reach(address.hosts().getFirst());
            try {
                return isOk(connection.run("admin", command, address.timeout()));
            } finally {
                close(connection);
            }
        } catch (IOException | RuntimeException e) {
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

    /**
     * Whether it runs a write that is sent again only once, as replica sets and sharded clusters do. Sessions alone do not say so: FerretDB
     * claims to have them.
     */
    boolean knowsRetries() throws EngineUnavailableException {
        if (greeting.isEmpty()) {
            giveBack(take());
        }
        return knowsRetries;
    }

    private static boolean knowsRetries(BsonDocument hello) {
        return hello.isNumber("logicalSessionTimeoutMinutes") && (hello.isString("setName") || hello.isString("msg"));
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /** Closes all connections, those in use too. */
    @Override
    public void close() {
        closed = true;
        open.forEach(this::close);
        idle.clear();
    }
}
