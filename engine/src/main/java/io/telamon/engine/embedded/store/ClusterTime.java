package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import java.time.InstantSource;
import org.h2.mvstore.MVMap;

/**
 * The logical time of a cluster, in MongoDB's form: seconds in the upper half, a counter in the lower, both unsigned. Each write advances it, and it
 * never goes back, not even over a crash and a restart with a clock that does: the file has a bound that no time handed out reaches. A
 * file that is opened begins with the last time below its bound, and a time beyond the bound is handed out once a higher bound is on the disk.
 *
 * <h2>Threads</h2>
 *
 * Advanced with the writers' lock held, read by any thread.
 */
public final class ClusterTime {

    private static final String BOUND = "bound";

    /** Seconds by which the bound is ahead, so that it is seldom written. */
    private static final long AHEAD = 10;

    private final MVMap<String, Long> stored;
    private final InstantSource clock;
    private final Runnable commit;
    private long bound;
    private volatile long last;

    /**
     * That of a file. One that has no bound gets one, on the disk.
     *
     * @param commit makes durable what the file holds
     */
    ClusterTime(MVMap<String, Long> stored, InstantSource clock, Runnable commit) {
        this.stored = stored;
        this.clock = clock;
        this.commit = commit;
        this.bound = stored.getOrDefault(BOUND, 0L);
        if (bound == 0) {
            long now = ofClock();
            raiseAbove(now);
            this.last = now;
        } else {
            this.last = bound - 1;
        }
    }

    private long ofClock() {
        return Math.floorDiv(clock.millis(), 1000L) << 32 | 1;
    }

    private void raiseAbove(long time) {
        bound = ((time >>> 32) + AHEAD) << 32;
        stored.put(BOUND, bound);
        commit.run();
    }

    /** Takes the next time, for a write that is done. */
    public void advance() {
        long next = later(last + 1, ofClock());
        if (Long.compareUnsigned(next, bound) >= 0) {
            raiseAbove(next);
        }
        last = next;
    }

    private static long later(long one, long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }

    /** The time of the last write, as a BSON timestamp. */
    public long now() {
        return last;
    }

    /** Whether a time may come from this cluster. All its writes are then seen by whoever reads. */
    public boolean isReached(long time) {
        return Long.compareUnsigned(time, later(last, ofClock())) <= 0;
    }

    /** Puts the time into a reply, as {@code operationTime} and, without a signature, as {@code $clusterTime}. */
    public void describeIn(Document reply) {
        BsonTimestamp time = new BsonTimestamp(last);
        Document signature = new Document("hash", new BinData(new byte[20])).append("keyId", 0L);
        reply.append("$clusterTime", new Document("clusterTime", time).append("signature", signature))
                .append("operationTime", time);
    }
}
