package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a SQLite file. Transactions that wait at the same time run one after the other, each behind a
 * savepoint of its own, and share one commit, so that they share its disk flush. Nobody is told of success before that
 * commit; when it fails, all of them fail.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int MOST_SHARING = 256;

    private final Handle handle;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(100_000);
    private final EssentialThread thread;
    private volatile boolean closed;
    private final LongAdder transactions = new LongAdder();
    private final LongAdder commits = new LongAdder();

    private SqliteWriter(Handle handle, EssentialThreads threads) {
        this.handle = handle;
        this.thread = threads.start("telamon-writer", Thread.ofPlatform(), this::run);
    }

    static SqliteWriter start(Handle handle, EssentialThreads threads) {
        return new SqliteWriter(handle, threads);
    }

    <T> T write(Function<Transaction, T> work) {
        Job<T> job = new Job<>(work);
        if (closed) {
            throw StoreException.unchanged(StoreFailure.CLOSED, "");
        }
        try {
            queue.put(job);
            return job.outcome.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unchanged(StoreFailure.CLOSED, "interrupted before writing");
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    StoreStatistics statistics() {
        return new StoreStatistics(transactions.sum(), commits.sum());
    }

    @Override
    public void close() {
        thread.end();
        closed = true;
        queue.add(Job.LAST);
        thread.join();
        queue.forEach(job -> job.fail(StoreException.unchanged(StoreFailure.CLOSED, "")));
        handle.close();
    }

    private void run() {
        List<Job<?>> batch = new ArrayList<>(MOST_SHARING);
        boolean open = true;
        while (open) {
            batch.clear();
            open = take(batch);
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
    }

    private boolean take(List<Job<?>> batch) {
        try {
            batch.add(queue.take());
        } catch (InterruptedException e) {
            return false;
        }
        queue.drainTo(batch, MOST_SHARING - 1);
        return !batch.remove(Job.LAST);
    }

    private void commit(List<Job<?>> batch) {
        boolean committing = false;
        try {
            handle.execute("BEGIN IMMEDIATE");
            batch.forEach(job -> job.run(handle));
            committing = true;
            handle.execute("COMMIT");
        } catch (RuntimeException e) {
            rollBack();
            RuntimeException failure = StoreFailures.translate(e, committing);
            batch.forEach(job -> job.fail(failure));
            return;
        } catch (Error e) {
            rollBack();
            batch.forEach(job -> job.fail(new IllegalStateException("the database did not commit", e)));
            rethrowIfFatal(e);
            return;
        }
        transactions.add(batch.size());
        commits.increment();
        batch.forEach(Job::tell);
    }

    private static void rethrowIfFatal(Throwable failure) {
        if (failure instanceof OutOfMemoryError error) {
            throw error;
        }
    }

    private void rollBack() {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException e) {
            log.debug("nothing to roll back", e);
        }
    }

    /** One transaction that waits for its commit. */
    private static final class Job<T> {

        static final Job<Boolean> LAST = new Job<>(transaction -> true);

        private final Function<Transaction, T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable Transaction transaction;
        private @Nullable T result;
        private @Nullable Throwable refusal;

        Job(Function<Transaction, T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            transaction = new Transaction(handle, true);
            handle.execute("SAVEPOINT job");
            try {
                result = work.apply(transaction);
            } catch (RuntimeException | Error e) {
                refusal = e;
            }
            if (handle.getStatementBuilder() instanceof KeptStatements statements) {
                statements.closeUnfinished();
            }
            if (refusal != null) {
                undo(handle, refusal);
            }
            handle.execute("RELEASE job");
        }

        /** SQLite may have undone the whole transaction already, with all jobs, when the disk fails. */
        private static void undo(Handle handle, Throwable refusal) {
            try {
                handle.execute("ROLLBACK TO job");
            } catch (RuntimeException e) {
                throw refusal instanceof RuntimeException cause
                                && StoreFailures.of(cause).isPresent()
                        ? cause
                        : e;
            }
        }

        void tell() {
            if (refusal != null || transaction == null) {
                outcome.completeExceptionally(refusal);
                return;
            }
            try {
                transaction.committed();
            } catch (RuntimeException e) {
                log.error("what follows a transaction has failed; the transaction itself is committed", e);
            }
            outcome.complete(result);
        }

        void fail(RuntimeException e) {
            outcome.completeExceptionally(refusal == null ? e : refusal);
        }
    }
}
