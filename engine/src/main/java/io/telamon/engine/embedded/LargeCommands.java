package io.telamon.engine.embedded;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many large commands run at a time as there is memory for their documents, decoded and encoded. Others wait; small commands do not.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
final class LargeCommands {

    private static final int SMALL = 1 << 20;
    private static final int UNIT = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** How many bytes of the heap a byte of the messages that run at a time may have. */
    private static final int HEAP_OF_A_BYTE = 8;

    private final int all;
    private final Semaphore units;

    /** Space for messages of so many bytes at a time; a single one always has space. */
    LargeCommands(long bytes) {
        this.all = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.units = new Semaphore(all, true);
    }

    static LargeCommands ofHeap() {
        return new LargeCommands(Runtime.getRuntime().maxMemory() / HEAP_OF_A_BYTE);
    }

    /**
     * Makes space for a command.
     *
     * @param length the bytes of its message
     * @throws EngineUnavailableException if others run for too long
     */
    Allotment enter(long length) throws EngineUnavailableException {
        if (length <= SMALL) {
            return new Allotment(0);
        }
        int wanted = (int) Math.min(all, Math.ceilDiv(length, UNIT));
        try {
            if (!units.tryAcquire(wanted, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw EngineUnavailableException.busy("no memory for a command of " + length + " bytes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EngineUnavailableException.busy("interrupted while waiting for memory");
        }
        return new Allotment(wanted);
    }

    /** The memory that one command has. */
    final class Allotment implements AutoCloseable {

        private final int taken;

        private Allotment(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            units.release(taken);
        }
    }
}
