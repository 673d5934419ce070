package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.Encoded;
import io.telamon.engine.embedded.error.CommandErrors;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Results handed out in batches. A batch ends at the number of documents asked for or at 16 MB, whichever comes first.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. A cursor that one of them asks is refused to others, who may not wait: they keep writers away, to whom the one gives turns.
 */
public final class Cursors {

    /** The documents of a first batch if the client does not say how many it wants. */
    public static final int FIRST = 101;

    private static final long IDLE = Duration.ofMinutes(10).toNanos();

    private final Map<Long, Cursor> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ResultMemory memory;

    Cursors(ResultMemory memory) {
        this.memory = memory;
    }

    /** The memory that results take. */
    public ResultMemory memory() {
        return memory;
    }

    /**
     * The reply with the first batch of a result.
     *
     * @param batchSize the most documents in it, 0 for none yet
     * @param single whether what is left is dropped
     */
    public Document first(String namespace, Results result, int batchSize, boolean single) {
        Cursor cursor = new Cursor(
                random.nextLong() & Long.MAX_VALUE,
                namespace,
                result,
                ReadDeadline.current().left());
        boolean kept = false;
        try {
            List<Encoded> batch = cursor.take(batchSize);
            kept = !single && !result.ended();
            if (kept) {
                open.put(cursor.id, cursor);
            }
            return reply(namespace, "firstBatch", batch, kept ? cursor.id : 0);
        } finally {
            if (!kept) {
                result.close();
            }
        }
    }

    /** The reply with the first batch of a few documents. */
    public Document first(String namespace, Collection<Document> result, int batchSize, boolean single) {
        return first(namespace, MaterializedResults.of(memory, result), batchSize, single);
    }

    /**
     * The reply with a further batch.
     *
     * @param batchSize the most documents in it, at least 1
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if there is no such cursor over that namespace
     */
    public Document next(long id, String namespace, int batchSize) {
        Cursor cursor = open.get(id);
        if (cursor == null || !cursor.namespace.equals(namespace)) {
            throw CommandErrors.cursorNotFound(id);
        }
        if (!cursor.busy.tryLock()) {
            throw CommandErrors.cursorInUse(id);
        }
        boolean ended = true;
        try {
            if (open.get(id) != cursor) {
                throw CommandErrors.cursorNotFound(id);
            }
            List<Encoded> batch = cursor.take(batchSize);
            ended = cursor.result.ended();
            return reply(namespace, "nextBatch", batch, ended ? 0 : id);
        } finally {
            cursor.busy.unlock();
            if (ended) {
                open.remove(id);
            }
            if (!open.containsKey(id)) {
                cursor.close();
            }
        }
    }

    /** Ends a cursor; tells whether there was one. */
    public boolean kill(long id) {
        Cursor cursor = open.remove(id);
        if (cursor != null) {
            cursor.close();
        }
        return cursor != null;
    }

    /** Whether a cursor has documents left. */
    public boolean any() {
        return !open.isEmpty();
    }

    void closeIdle() {
        long now = System.nanoTime();
        for (Cursor cursor : open.values()) {
            if (now - cursor.usedAt > IDLE) {
                kill(cursor.id);
            }
        }
    }

    /** Gives the memory of all of them back. */
    void close() {
        open.keySet().forEach(this::kill);
    }

    private static Document reply(String namespace, String field, List<Encoded> batch, long id) {
        Document cursor = new Document(field, batch).append("id", id).append("ns", namespace);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private static final class Cursor {

        private final long id;
        private final String namespace;
        private final Results result;
        private final ReentrantLock busy = new ReentrantLock();
        private long left;
        private volatile long usedAt = System.nanoTime();

        /** Has so many nanoseconds left for all batches. */
        Cursor(long id, String namespace, Results result, long left) {
            this.id = id;
            this.namespace = namespace;
            this.result = result;
            this.left = left;
        }

        List<Encoded> take(int most) {
            usedAt = System.nanoTime();
            try {
                return ReadDeadline.current().orIn(left).run(() -> result.take(most));
            } finally {
                left -= left == Long.MAX_VALUE ? 0 : System.nanoTime() - usedAt;
            }
        }

        /** Whoever is busy with it looks afterwards whether it was ended. */
        void close() {
            if (busy.tryLock()) {
                try {
                    result.close();
                } finally {
                    busy.unlock();
                }
            }
        }
    }
}
