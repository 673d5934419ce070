package io.telamon.engine.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tidies open stores once a second. */
final class Housekeeping implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ROUNDS_A_SESSION_CHECK = 60;

    private final OpenStores stores;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    Housekeeping(OpenStores stores) {
        this.stores = stores;
        this.thread = Thread.ofVirtual().name("embedded-engine-housekeeping").unstarted(this::run);
    }

    void start() {
        thread.start();
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
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
