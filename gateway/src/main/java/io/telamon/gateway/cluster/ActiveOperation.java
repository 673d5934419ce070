package io.telamon.gateway.cluster;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.Message;
import java.util.Optional;
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
    }

    /** The engine is done with it. */
    public synchronized void end() {
        message = null;
        principal = null;
        engine = null;
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
