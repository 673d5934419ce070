package io.telamon.gateway.cluster;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;

/** The version of what {@code hello} tells of a cluster; clients wait here for the next one. */
public final class Topology {

    private final ObjectId process;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long counter;
    private boolean ended;

    /** A topology as told by that process. */
    public Topology(ObjectId process) {
        this.process = process;
    }

    /** The process and counter as {@code hello} tells them. */
    public BsonDocument version() {
        lock.lock();
        try {
            return new BsonDocument("processId", new BsonObjectId(process)).append("counter", new BsonInt64(counter));
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the version is the one a client knows already, but not longer than that. */
    public void awaitOther(BsonDocument known, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (left > 0 && !ended && known.equals(version())) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells everyone who waits that something is new. */
    public void change() {
        lock.lock();
        try {
            counter++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is nothing more to wait for. */
    public boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everyone go who waits, now and later. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
