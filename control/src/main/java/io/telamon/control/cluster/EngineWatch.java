package io.telamon.control.cluster;

import io.telamon.control.store.BackgroundFailures;
import io.telamon.gateway.spi.EssentialThread;
import io.telamon.gateway.spi.EssentialThreads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices clusters whose engine has ceased to answer their drivers. */
public final class EngineWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Hosting hosting;
    private final Clusters clusters;
    private final EssentialThread thread;
    private volatile boolean closed;

    private EngineWatch(Hosting hosting, Clusters clusters, EssentialThreads threads) {
        this.hosting = hosting;
        this.clusters = clusters;
        this.thread = threads.start("telamon-engine-watch", this::run);
    }

    /**
     * Begins to watch.
     *
     * @param threads list the one that watches, as {@code telamon-engine-watch}
     */
    public static EngineWatch start(Hosting hosting, Clusters clusters, EssentialThreads threads) {
        return new EngineWatch(hosting, clusters, threads);
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE);
                hosting.unreachable().forEach(clusters::fail);
            } catch (InterruptedException e) {
                log.debug("interrupted, as when closed");
            } catch (RuntimeException e) {
                BackgroundFailures.log(log, "cannot note that an engine does not answer, trying again", e);
            }
        }
    }

    @Override
    public void close() {
        thread.end();
        closed = true;
        thread.interrupt();
        thread.join();
    }
}
