package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.error.CommandErrors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/**
 * The last write of each session with its reply, kept in the same commit as what it wrote: a driver that sends it again, even to a server
 * that was killed in between, gets the same reply and nothing is written twice.
 *
 * <h2>Threads</h2>
 *
 * Called with the writers' lock held.
 */
public final class StoredRetries {

    /** How long a session lives that nobody uses, as told to drivers in {@code hello}. */
    static final Duration SESSION = Duration.ofMinutes(30);

    private static final int MOST = 10_000;

    private final MVMap<byte[], byte[]> replies;
    private final InstantSource clock;

    StoredRetries(MVMap<byte[], byte[]> replies, InstantSource clock) {
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * The reply to a write if it was run before.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the session has since sent a newer write
     */
    public Optional<Document> replyTo(Object session, long number) {
        byte[] known = replies.get(key(session));
        if (known == null) {
            return Optional.empty();
        }
        Document entry = DocumentReader.read(known);
        long newest = ((Number) Objects.requireNonNull(entry.get("number"))).longValue();
        if (number < newest) {
            throw CommandErrors.staleRetry(number, newest);
        }
        return number == newest ? Optional.of((Document) Objects.requireNonNull(entry.get("reply"))) : Optional.empty();
    }

    /** Keeps the reply to a write. */
    public void remember(Object session, long number, Document reply) {
        if (replies.size() >= MOST) {
            forgetOld(SESSION);
            forgetOld(SESSION.dividedBy(30));
        }
        Document entry =
                new Document("number", number).append("at", clock.millis()).append("reply", reply);
        replies.put(key(session), DocumentWriter.write(entry));
    }

    /** Forgets sessions that nobody has written in for longer than they live; tells whether there were any. */
    boolean forgetOld() {
        return forgetOld(SESSION);
    }

    private boolean forgetOld(Duration age) {
        long before = clock.millis() - age.toMillis();
        boolean any = false;
        Iterator<Map.Entry<byte[], byte[]>> entries = replies.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<byte[], byte[]> entry = entries.next();
            if (((Number) Objects.requireNonNull(
                                    DocumentReader.read(entry.getValue()).get("at")))
                            .longValue()
                    < before) {
                replies.remove(entry.getKey());
                any = true;
            }
        }
        return any;
    }

    private static byte[] key(Object session) {
        return DocumentWriter.write(new Document("", session));
    }
}
