package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.expression.Limits;
import io.telamon.engine.embedded.store.Deadline;
import io.telamon.engine.embedded.store.ResultMemory;

/**
 * The limits of one command: its share of the memory for results, and its deadline.
 *
 * @param memory what it has taken; all is given back at its end
 */
record CommandLimits(ResultMemory.Share memory) implements Limits, AutoCloseable {

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
        Deadline.check();
    }

    @Override
    public void close() {
        memory.close();
    }
}
