package io.telamon.server;

import io.telamon.engine.remote.RemoteEngine;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the deployments that keep documents whether they answer, from the start on, and logs what changes in one line. */
final class DeploymentMonitor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeploymentMonitor.class);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Supplier<Map<String, Optional<String>>> check;
    private final Duration between;
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final EssentialThread thread;

    /**
     * Begins to ask.
     *
     * @param check tells why each deployment does not answer, if so, by its name
     * @param threads list the one that asks, as {@code telamon-deployments}
     */
    DeploymentMonitor(Supplier<Map<String, Optional<String>>> check, Duration between, EssentialThreads threads) {
        this.check = check;
        this.between = between;
        this.thread = threads.start("telamon-deployments", this::run);
    }

    static DeploymentMonitor of(RemoteEngine engine, EssentialThreads threads) {
        return new DeploymentMonitor(engine::check, BETWEEN, threads);
    }

    /** Whether each deployment has answered when it was asked last, by its hosts and ports. */
    Map<String, Boolean> answers() {
        return Map.copyOf(answers);
    }

    private void run() {
        do {
            check.get().forEach(this::tell);
        } while (!isClosedWithin(between));
    }

    private void tell(String deployment, Optional<String> failure) {
        Boolean before = answers.put(deployment, failure.isEmpty());
        if (failure.isPresent() && !Boolean.FALSE.equals(before)) {
            log.warn(
                    "the deployment {} does not answer, so its clusters cannot be reached; it is asked again every {} s: {}",
                    deployment,
                    between.toSeconds(),
                    failure.get());
        } else if (failure.isEmpty() && Boolean.FALSE.equals(before)) {
            log.info("the deployment {} answers again", deployment);
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Asks no more. What is being asked goes on until it is answered, or its connection is closed. */
    void end() {
        thread.end();
        closed.countDown();
    }

    @Override
    public void close() {
        end();
        thread.join();
    }
}
