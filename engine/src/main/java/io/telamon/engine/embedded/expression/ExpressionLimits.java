package io.telamon.engine.embedded.expression;

import java.util.function.Supplier;

/** What the evaluation of expressions may take of time and memory. That of the command that a thread runs is {@link #current}. */
public interface ExpressionLimits {

    /** No limits. */
    ExpressionLimits NONE = new ExpressionLimits() {
        @Override
        public void take(long bytes) {
            // as much as there is
        }

        @Override
        public void giveBack(long bytes) {
            // nothing was counted
        }

        @Override
        public void checkTime() {
            // as long as it takes
        }
    };

    /**
     * Takes memory, before it is allocated.
     *
     * @param bytes how much, about
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 146 if there is not so much
     */
    void take(long bytes);

    /** Gives memory back. */
    void giveBack(long bytes);

    /**
     * Called now and then.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the time is over
     */
    void checkTime();

    /** Those of the command that this thread runs. */
    static ExpressionLimits current() {
        return CurrentLimits.VALUE.orElse(NONE);
    }

    /** Does work under these limits. */
    default <T> T run(Supplier<T> work) {
        return ScopedValue.where(CurrentLimits.VALUE, this).call(work::get);
    }
}
