package io.telamon.gateway.command;

import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who opened which cursor over what. Engines may share one upstream user or number cursors in sequence, so that only the gateway can tell
 * whose a cursor is; and further batches need the same privileges as the first.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
final class OpenCursors {

    private static final long IDLE = Duration.ofMinutes(30).toNanos();
    private static final int MANY = 10_000;

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final ConcurrentHashMap<Key, Entry> cursors = new ConcurrentHashMap<>();
    private volatile long sweptAt = System.nanoTime();

    /** Remembers a cursor that was opened, or goes on. */
    void opened(ClusterId cluster, long id, String owner, List<RequiredPrivilege> touches) {
        long now = System.nanoTime();
        if (cursors.size() >= MANY && now - sweptAt > PAUSE) {
            sweptAt = now;
            cursors.values().removeIf(entry -> now - entry.usedAt() > IDLE);
        }
        cursors.put(new Key(cluster, id), new Entry(owner, touches, now));
    }

    /** What a cursor reads, if it is open and that user's. */
    Optional<List<RequiredPrivilege>> touches(ClusterId cluster, long id, String owner) {
        return Optional.ofNullable(cursors.get(new Key(cluster, id)))
                .filter(entry -> entry.owner().equals(owner))
                .map(Entry::touches);
    }

    /** Whether a cursor is open, and that user's unless anybody's will do. */
    boolean isOpen(ClusterId cluster, long id, String owner, boolean anybodys) {
        Entry entry = cursors.get(new Key(cluster, id));
        return entry != null && (anybodys || entry.owner().equals(owner));
    }

    /** Forgets a cursor that has ended. */
    void closed(ClusterId cluster, long id) {
        cursors.remove(new Key(cluster, id));
    }

    private record Key(ClusterId cluster, long id) {}

    private record Entry(String owner, List<RequiredPrivilege> touches, long usedAt) {}
}
