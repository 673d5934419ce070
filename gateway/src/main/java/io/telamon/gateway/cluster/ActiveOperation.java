package io.telamon.gateway.cluster;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.Message;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has the engine do, for those who look at it from outside. It is the same object for one operation after the other,
 * and an operation gets its number when it is first looked at, so that it costs nothing to those that nobody asks about.
 *
 * <h2>Threads</h2>
 *
 * Begun and ended by the connection's thread, looked at and killed by any. The bytes of a message are used again after the operation, so
 * that it cannot end while somebody looks.
 */
public final class ActiveOperation {

    private final Client client;
    private @Nullable Message message;
    private @Nullable Principal principal;
    private @Nullable EngineSession engine;
    private long begunAt;
    private int number;
    private long took;
    private long returned;
    private volatile @Nullable EngineSession ended;

    /** Nothing yet, of a connection of that client. */
    public ActiveOperation(Client client) {
        this.client = client;
    }

    /** A message is handed to the engine. */
    public synchronized void begin(Message begun, Principal user, EngineSession session) {
        message = begun;
        principal = user;
        engine = session;
        begunAt = System.nanoTime();
        number = 0;
        took = 0;
        returned = -1;
    }

    /** The engine has replied, which the connection's thread says before it sends the reply on; returns how long that took it. */
    public long replied() {
        took = System.nanoTime() - begunAt;
        return took;
    }

    /** The reply has so many documents. Said by the connection's thread. */
    public void returned(long documents) {
        returned = documents;
    }

    /** How many documents the last reply had, if somebody has counted them. Asked by the connection's thread. */
    public OptionalLong returned() {
        return returned < 0 ? OptionalLong.empty() : OptionalLong.of(returned);
    }

    /** The engine is done with it. */
    public synchronized void end() {
        if (took == 0) {
            took = System.nanoTime() - begunAt;
        }
        message = null;
        principal = null;
        engine = null;
    }

    /** For how many nanoseconds the engine was at the one that ended last. Asked by the connection's thread. */
    public long took() {
        return took;
    }

    /** When that one ended, as {@link System#nanoTime} has it. Asked by the connection's thread. */
    public long endedAt() {
        return begunAt + took;
    }

    /** Whether it was killed. Asked by the connection's thread. */
    public boolean isKilled() {
        EngineSession session = engine;
        return session != null && hasEnded(session);
    }

    /** Whether a session with the engine was ended in order to kill what it did. */
    public boolean hasEnded(EngineSession session) {
        return session.equals(ended);
    }

    /**
     * What is under way, if anything is.
     *
     * @param numbers gives a number that no other operation has, above 0
     */
    public synchronized Optional<RunningOperation> running(IntSupplier numbers) {
        Message now = message;
        Principal user = principal;
        if (now == null || user == null) {
            return Optional.empty();
        }
        if (number == 0) {
            number = numbers.getAsInt();
        }
        long nanos = System.nanoTime() - begunAt;
        return Optional.of(RunningOperation.of(number, client, user, now, nanos, isKilled()));
    }

    /** Makes the engine leave it, if it is the one of that number and whoever wants it may kill what that user does. */
    public void kill(int wanted, Predicate<Principal> mayKill) {
        EngineSession ending;
        synchronized (this) {
            Principal user = principal;
            ending = engine;
            if (ending == null || user == null || wanted == 0 || number != wanted || !mayKill.test(user)) {
                return;
            }
            ended = ending;
        }
        ending.close();
    }
}
