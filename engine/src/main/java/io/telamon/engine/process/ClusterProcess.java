package io.telamon.engine.process;

import io.telamon.engine.remote.Budget;
import io.telamon.engine.remote.Deployment;
import io.telamon.engine.remote.DeploymentSupplier;
import io.telamon.engine.remote.RemoteCluster;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of one cluster, started when it is needed and does not run.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. One thread at a time starts the process, in the background; who needs it waits for that a little, all at once, and
 * not at all after a start that failed. Nobody waits to learn what it is.
 */
final class ClusterProcess implements DeploymentSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterProcess.class);

    /** A start that goes well takes less. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Program program;
    private final Path executable;
    private final ClusterFolder folder;
    private final Budget budget;
    private final RemoteCluster cluster = RemoteCluster.alone(this);
    private final BackOff backOff = new BackOff(System::nanoTime);
    private @Nullable CompletableFuture<RunningProcess> start;
    private volatile @Nullable RunningProcess last;
    private volatile boolean ended;

    ClusterProcess(Program program, Path executable, ClusterFolder folder, Budget budget) {
        this.program = program;
        this.executable = executable;
        this.folder = folder;
        this.budget = budget;
    }

    RemoteCluster cluster() {
        return cluster;
    }

    @Override
    public Deployment now() throws EngineUnavailableException {
        return await(TIMEOUT).deployment();
    }

    /** Returns when it runs, however long its start may take. */
    void require() throws EngineUnavailableException {
        await(RunningProcess.LONGEST_START.plus(TIMEOUT));
    }

    /** What it last said of itself, or what is usual; has it started if it does not run, and waits for nothing. */
    EngineInfo info() {
        try {
            var _ = running();
        } catch (EngineUnavailableException e) {
            LOG.debug("{} cannot be started now", this, e);
        }
        RunningProcess known = last;
        return known != null ? known.info() : RemoteCluster.alone(this::unknown).info(program.command());
    }

    private Deployment unknown() throws EngineUnavailableException {
        throw new EngineUnavailableException(this + " has not been asked yet");
    }

    private RunningProcess await(Duration timeout) throws EngineUnavailableException {
        RunningProcess known = last;
        if (known != null && known.isAlive()) {
            return known;
        }
        try {
            return running().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("waiting for " + this + " was interrupted", e);
        } catch (TimeoutException e) {
            throw new EngineUnavailableException(this + " is still being started", e);
        } catch (ExecutionException e) {
            throw new EngineUnavailableException(this + " does not start: " + e.getMessage(), e);
        }
    }

    /** The process that runs, or will when its start has gone well. */
    private synchronized CompletableFuture<RunningProcess> running() throws EngineUnavailableException {
        RunningProcess known = last;
        if (start != null && (!start.isDone() || (known != null && known.isAlive()))) {
            return start;
        }
        if (ended || !folder.exists()) {
            throw new EngineUnavailableException(this + " was never provisioned, or is dropped");
        }
        backOff.check();
        CompletableFuture<RunningProcess> next = new CompletableFuture<>();
        Thread.ofVirtual().name("start-" + folder.path().getFileName()).start(() -> start(known, next));
        start = next;
        return next;
    }

    private void start(@Nullable RunningProcess before, CompletableFuture<RunningProcess> result) {
        try {
            if (before != null) {
                LOG.warn(
                        "{} has ended with {}; it is started again",
                        this,
                        before.process().exitValue());
                before.end();
            }
            RunningProcess started = RunningProcess.start(program, executable, folder, budget, () -> ended);
            LOG.info("{} is process {}", this, started.process().pid());
            last = started;
            backOff.succeeded();
            result.complete(started);
        } catch (IOException | EngineUnavailableException | RuntimeException e) {
            LOG.warn("{} does not start: {}; see {}", this, e.getMessage(), folder.output());
            backOff.failed(e);
            result.completeExceptionally(e);
        } finally {
            // an error, of memory perhaps, must not keep everybody waiting for this start
            result.completeExceptionally(new IllegalStateException("the start was broken off"));
        }
    }

    OptionalLong pid() {
        RunningProcess known = last;
        return known != null && known.isAlive()
                ? OptionalLong.of(known.process().pid())
                : OptionalLong.empty();
    }

    /** Ends the process, if it runs; it is not started again. */
    void end() {
        CompletableFuture<RunningProcess> underWay;
        synchronized (this) {
            ended = true;
            underWay = start;
        }
        if (underWay != null) {
            underWay.exceptionally(_ -> null).join();
        }
        RunningProcess known = last;
        if (known != null) {
            known.end();
        }
    }

    /** Deletes what an ended process has left. */
    synchronized void discard() throws EngineUnavailableException {
        if (!folder.exists()) {
            return;
        }
        try {
            folder.pidFile().endTheOneLeftBehind();
            folder.delete();
        } catch (IOException e) {
            throw new EngineUnavailableException("cannot delete " + folder + ": " + e, e);
        }
    }

    @Override
    public String toString() {
        return program.command() + " of " + folder;
    }
}
