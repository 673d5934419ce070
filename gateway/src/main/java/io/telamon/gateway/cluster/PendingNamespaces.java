package io.telamon.gateway.cluster;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * The collections that commands under way may make. They count as if they were there, so that commands that come at once do not all take
 * the last place.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads, which take turns.
 */
public final class PendingNamespaces {

    private static final long PATIENCE_SECONDS = 10;

    private final Storage storage;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Namespace, Integer> pending = new HashMap<>();

    PendingNamespaces(Storage storage) {
        this.storage = storage;
    }

    /**
     * Checks the names that a command may make and counts them in until they are {@link #release}d.
     *
     * @param wanted the names, of which some may be there
     * @param check throws if one name may not be added to others
     * @return those that are not there
     */
    public List<Namespace> reserve(Set<Namespace> wanted, BiConsumer<Namespace, Set<Namespace>> check)
            throws EngineUnavailableException {
        awaitTurn();
        try {
            return wanted.stream().allMatch(storage::holds) ? List.of() : reserveUnknown(wanted, check);
        } finally {
            turn.unlock();
        }
    }

    /** While the engine does not answer, those who wait for each other must not wait for long. */
    private void awaitTurn() throws EngineUnavailableException {
        boolean mine = false;
        try {
            mine = turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw new EngineUnavailableException("the names of its collections cannot be asked for");
        }
    }

    private List<Namespace> reserveUnknown(Set<Namespace> wanted, BiConsumer<Namespace, Set<Namespace>> check)
            throws EngineUnavailableException {
        Set<Namespace> there = storage.collections();
        Set<Namespace> all = new HashSet<>(there);
        all.addAll(pending.keySet());
        for (Namespace name : wanted) {
            if (!all.contains(name)) {
                check.accept(name, all);
                all.add(name);
            }
        }
        List<Namespace> reserved =
                wanted.stream().filter(name -> !there.contains(name)).toList();
        reserved.forEach(name -> pending.merge(name, 1, Integer::sum));
        return reserved;
    }

    /** Counts names out, because the command that might make them has ended. */
    public void release(List<Namespace> reserved) {
        turn.lock();
        try {
            reserved.forEach(name -> pending.computeIfPresent(name, (_, times) -> times == 1 ? null : times - 1));
        } finally {
            turn.unlock();
        }
    }
}
