package io.telamon.control.cluster;

import io.telamon.control.store.BackgroundFailures;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices clusters whose engine has ceased to answer their drivers. */
public final class EngineHealthMonitor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineHealthMonitor.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ClusterProvisioner provisioner;
    private final ClusterLifecycle lifecycle;
    private final EssentialThread thread;
    private volatile boolean closed;

    private EngineHealthMonitor(ClusterProvisioner provisioner, ClusterLifecycle lifecycle, EssentialThreads threads) {
        this.provisioner = provisioner;
        this.lifecycle = lifecycle;
        this.thread = threads.start("telamon-engine-watch", this::run);
    }

    /**
     * Begins to watch.
     *
     * @param threads list the one that watches, as {@code telamon-engine-watch}
     */
    static EngineHealthMonitor start(
            ClusterProvisioner provisioner, ClusterLifecycle lifecycle, EssentialThreads threads) {
        return new EngineHealthMonitor(provisioner, lifecycle, threads);
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE);
                provisioner.unreachable().forEach(lifecycle::fail);
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
