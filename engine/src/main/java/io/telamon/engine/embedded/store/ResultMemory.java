package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.error.CommandErrors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that results may take, those of open cursors and of commands under way, of all clusters together: what is beyond it is refused, so
 * that clients who ask for much cannot take the memory that all clusters need.
 */
public final class ResultMemory {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** So many bytes, half of them for one result. */
    public ResultMemory(long most) {
        this.most = most;
    }

    /** What one result takes, nothing yet. */
    public Share share() {
        return new Share();
    }

    /** The memory of one result. Used by one thread at a time. */
    public final class Share implements AutoCloseable {

        private long held;

        private Share() {}

        /**
         * Takes more.
         *
         * @throws de.bwaldvogel.mongo.exception.MongoServerError if there is not so much
         */
        public void take(long bytes) {
            if (held + bytes > most / 2) {
                throw CommandErrors.resultTooLarge(most / 2);
            }
            if (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                throw CommandErrors.noMemoryForResults();
            }
            held += bytes;
        }

        /** Gives some back. */
        public void giveBack(long bytes) {
            held -= bytes;
            taken.addAndGet(-bytes);
        }

        /** Gives all back. */
        @Override
        public void close() {
            giveBack(held);
        }
    }
}
