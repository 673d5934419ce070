package io.telamon.control.cluster;

import io.telamon.control.store.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices clusters whose engine has ceased to answer their drivers. */
public final class EngineWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Hosting hosting;
    private final Clusters clusters;
    private final Thread thread;

    private EngineWatch(Hosting hosting, Clusters clusters) {
        this.hosting = hosting;
        this.clusters = clusters;
        this.thread = Thread.ofVirtual().name("telamon-engine-watch").unstarted(this::run);
    }

    /** Begins to watch. */
    public static EngineWatch start(Hosting hosting, Clusters clusters) {
        EngineWatch watch = new EngineWatch(hosting, clusters);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
                hosting.unreachable().forEach(clusters::fail);
            } catch (InterruptedException e) {
                return;
            } catch (StoreException logged) {
                log.debug("cannot note that an engine does not answer: {}", logged.getMessage());
            } catch (RuntimeException e) {
                log.warn("cannot note that an engine does not answer, trying again", e);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
