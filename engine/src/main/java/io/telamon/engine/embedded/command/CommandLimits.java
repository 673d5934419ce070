package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.store.ReadDeadline;
import io.telamon.engine.embedded.store.ResultMemory;

/**
 * The limits of one command: its share of the memory for results, and its deadline.
 *
 * @param memory what it has taken; all is given back at its end
 */
record CommandLimits(ResultMemory.Share memory) implements ExpressionLimits, AutoCloseable {

    @Override
    public void take(long bytes) {
        memory.take(bytes);
    }

    @Override
    public void giveBack(long bytes) {
        memory.giveBack(bytes);
    }

    @Override
    public void checkTime() {
        ReadDeadline.check();
    }

    @Override
    public void close() {
        memory.close();
    }
}
