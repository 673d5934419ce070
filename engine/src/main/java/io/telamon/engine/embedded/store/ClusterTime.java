package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import java.time.InstantSource;
import org.h2.mvstore.MVMap;

/**
 * The logical time of a cluster, in MongoDB's form: seconds in the upper half, a counter in the lower. Each write advances it, and it never goes back, not
 * even over a restart with a clock that does: the file has a bound that no time handed out reaches, written a little ahead.
 *
 * <h2>Threads</h2>
 *
 * Advanced with the writers' lock held, read by any thread.
 */
public final class ClusterTime {

    private static final String BOUND = "bound";

    /** Seconds by which the bound is ahead, so that it is seldom written. */
    private static final long AHEAD = 2;

    private final MVMap<String, Long> stored;
    private final InstantSource clock;
    private long bound;
    private volatile long last;

    ClusterTime(MVMap<String, Long> stored, InstantSource clock) {
        this.stored = stored;
        this.clock = clock;
        this.bound = stored.getOrDefault(BOUND, 0L);
        this.last = Math.max(bound, ofClock());
    }

    private long ofClock() {
        return Math.floorDiv(clock.millis(), 1000L) << 32 | 1;
    }

    /** Takes the next time, for a write. */
    public void advance() {
        long next = Math.max(last + 1, ofClock());
        if (next >= bound) {
            bound = ((next >>> 32) + AHEAD) << 32;
            stored.put(BOUND, bound);
        }
        last = next;
    }

    /** The time of the last write, as a BSON timestamp. */
    public long now() {
        return last;
    }

    /** Whether a time may come from this cluster. All its writes are then seen by whoever reads. */
    public boolean isReached(long time) {
        return Long.compareUnsigned(time, Math.max(last, ofClock())) <= 0;
    }

    /** Puts the time into a reply, as {@code operationTime} and, without a signature, as {@code $clusterTime}. */
    public void describeIn(Document reply) {
        BsonTimestamp time = new BsonTimestamp(last);
        Document signature = new Document("hash", new BinData(new byte[20])).append("keyId", 0L);
        reply.append("$clusterTime", new Document("clusterTime", time).append("signature", signature))
                .append("operationTime", time);
    }
}
