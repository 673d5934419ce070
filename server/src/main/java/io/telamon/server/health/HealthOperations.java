package io.telamon.server.health;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreException;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The operations that orchestrators poll. They need no credentials and tell whether the server can serve, and in few words
 * why not: without names of files, addresses and paths.
 */
public final class HealthOperations {

    /** Below the second that Kubernetes waits for a probe unless told otherwise. */
    private static final Duration LONGEST_CHECK = Duration.ofMillis(700);

    private static final Health UP = new Health("UP");

    private final Store store;
    private final EssentialThreads threads;
    private final DiskSpace disk;
    private final BooleanSupplier engineOutOfSpace;

    /**
     * The operations over what must work.
     *
     * @param threads without which the process does not do its work
     * @param disk of the data folder
     * @param engineOutOfSpace whether the engine refuses writes as its disk is full
     */
    public HealthOperations(Store store, EssentialThreads threads, DiskSpace disk, BooleanSupplier engineOutOfSpace) {
        this.store = store;
        this.threads = threads;
        this.disk = disk;
        this.engineOutOfSpace = engineOutOfSpace;
    }

    /**
     * An answer of yes.
     *
     * @param status always {@code UP}; a no is an error
     */
    public record Health(String status) {}

    /** Declares them. */
    public void declare(Operations api) {
        api.serve("getLiveness", call -> liveness());
        api.serve("getReadiness", call -> readiness());
    }

    /** A thread that has ended can be had again only by starting the process again, which is what orchestrators do with this answer. */
    private Health liveness() {
        return health(ErrorCode.NOT_WORKING, deadThreads());
    }

    private Health readiness() {
        List<String> obstacles = new ArrayList<>(deadThreads());
        disk.shortage().or(this::databaseFailure).ifPresent(obstacles::add);
        if (engineOutOfSpace.getAsBoolean()) {
            obstacles.add("the disk of the engine is full");
        }
        return health(ErrorCode.NOT_READY, obstacles);
    }

    private static Health health(ErrorCode code, List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw code.about(String.join(", ", obstacles)).retryAfter(1);
        }
        return UP;
    }

    private List<String> deadThreads() {
        return threads.states().entrySet().stream()
                .filter(state -> !state.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> databaseFailure() {
        CompletableFuture<Void> check = CompletableFuture.runAsync(store::check, Thread::startVirtualThread);
        try {
            check.get(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("the database does not respond");
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof StoreException failure
                            ? failure.failure().text()
                            : "the database fails");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the server ends");
        }
    }
}
