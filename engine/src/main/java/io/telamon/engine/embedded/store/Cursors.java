package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.bson.Encoded;
import io.telamon.engine.embedded.error.Errors;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Results handed out in batches. A batch ends at the number of documents asked for or at 16 MB, whichever comes first.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads; two that ask one cursor at once take turns.
 */
public final class Cursors {

    /** The documents of a first batch if the client does not say how many it wants. */
    public static final int FIRST = 101;

    private static final long IDLE = Duration.ofMinutes(10).toNanos();

    private final Map<Long, Cursor> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * The reply with the first batch of a result.
     *
     * @param batchSize the most documents in it, 0 for none yet
     * @param single whether what is left is dropped
     */
    public Document first(String namespace, Collection<Document> result, int batchSize, boolean single) {
        Cursor cursor = new Cursor(random.nextLong() & Long.MAX_VALUE, namespace, new ArrayDeque<>(result));
        List<Encoded> batch = cursor.take(batchSize);
        boolean ended = single || cursor.documents.isEmpty();
        if (!ended) {
            open.put(cursor.id, cursor);
        }
        return reply(namespace, "firstBatch", batch, ended ? 0 : cursor.id);
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
            throw Errors.cursorNotFound(id);
        }
        List<Encoded> batch = cursor.take(batchSize);
        boolean ended = cursor.documents.isEmpty();
        if (ended) {
            open.remove(id);
        }
        return reply(namespace, "nextBatch", batch, ended ? 0 : id);
    }

    /** Ends a cursor; tells whether there was one. */
    public boolean kill(long id) {
        return open.remove(id) != null;
    }

    /** Whether a cursor has documents left. */
    public boolean any() {
        return !open.isEmpty();
    }

    void closeIdle() {
        long now = System.nanoTime();
        open.values().removeIf(cursor -> now - cursor.usedAt > IDLE);
    }

    private static Document reply(String namespace, String field, List<Encoded> batch, long id) {
        Document cursor = new Document(field, batch).append("id", id).append("ns", namespace);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private static final class Cursor {

        private final long id;
        private final String namespace;
        private final Queue<Document> documents;
        private volatile long usedAt = System.nanoTime();

        Cursor(long id, String namespace, Queue<Document> documents) {
            this.id = id;
            this.namespace = namespace;
            this.documents = documents;
        }

        synchronized List<Encoded> take(int most) {
            usedAt = System.nanoTime();
            List<Encoded> batch = new ArrayList<>();
            int room = StoredCollection.LARGEST;
            while (batch.size() < most && documents.peek() != null) {
                Encoded next = new Encoded(DocumentWriter.write(documents.element()));
                room -= next.bytes().length;
                if (room < 0 && !batch.isEmpty()) {
                    break;
                }
                batch.add(next);
                documents.remove();
            }
            return batch;
        }
    }
}
