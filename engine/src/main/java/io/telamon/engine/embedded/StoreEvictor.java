package io.telamon.engine.embedded;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tidies open stores once a second. */
final class StoreEvictor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ROUNDS_A_SESSION_CHECK = 60;

    private final StoreCache stores;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final EssentialThread thread;

    private StoreEvictor(StoreCache stores, EssentialThreads threads) {
        this.stores = stores;
        this.thread = threads.start("embedded-engine-housekeeping", this::run);
    }

    /** Begins. The threads list it as {@code embedded-engine-housekeeping}. */
    static StoreEvictor start(StoreCache stores, EssentialThreads threads) {
        return new StoreEvictor(stores, threads);
    }

    private void run() {
        for (int round = 1; pause(); round++) {
            stores.tidy();
            if (round % ROUNDS_A_SESSION_CHECK == 0) {
                stores.forgetSessions();
            }
        }
    }

    private boolean pause() {
        try {
            return !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Returns when the round under way has ended: a thread that is interrupted would close the file it writes. */
    @Override
    public void close() {
        thread.end();
        closed.countDown();
        thread.join();
    }
}
