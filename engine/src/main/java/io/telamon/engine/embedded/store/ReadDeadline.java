package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.error.CommandErrors;
import java.time.Duration;
import java.util.function.Supplier;

/** Until when a command may run. The loops over documents look at that of the command that their thread runs. */
public final class ReadDeadline {

    private static final ScopedValue<ReadDeadline> CURRENT = ScopedValue.newInstance();
    private static final ReadDeadline NEVER = new ReadDeadline(Long.MAX_VALUE);

    private final long begun = System.nanoTime();
    private final long nanos;

    private ReadDeadline(long nanos) {
        this.nanos = nanos;
    }

    /** The time that much from now. */
    public static ReadDeadline in(Duration time) {
        return new ReadDeadline(time.toNanos());
    }

    /** No time at all. */
    public static ReadDeadline never() {
        return NEVER;
    }

    /** That of the command that this thread runs. */
    static ReadDeadline current() {
        return CURRENT.orElse(NEVER);
    }

    /** The sooner of this and another one, given as nanoseconds from now. */
    ReadDeadline orIn(long others) {
        return left() <= others ? this : new ReadDeadline(others);
    }

    /** Nanoseconds from now, without end if there is none. */
    long left() {
        return nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - begun);
    }

    /** Runs something that has to end by then. */
    public <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /**
     * Called once a document.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the command that this thread runs has taken its time, or nobody waits for
     *     its result any more
     */
    public static void check() {
        Interruption.check();
        if (current().left() <= 0) {
            throw CommandErrors.timeExpired();
        }
    }
}
