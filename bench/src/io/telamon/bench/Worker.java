package io.telamon.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One connection at work: what it did, how long each time took, and what failed. */
final class Worker {

    private static final int TOO_MANY = 100;

    private final Connection connection;
    private final Operation operation;
    private final Latencies latencies = new Latencies();
    private long failures;
    private Optional<String> firstFailure = Optional.empty();

    Worker(Connection connection, Operation operation) {
        this.connection = connection;
        this.operation = operation;
    }

    void work(CountDownLatch begin, Limit limit) {
        try {
            begin.await();
            while (failures < TOO_MANY && limit.allowsOneMore()) {
                workOnce();
            }
        } catch (InterruptedException | IOException e) {
            fail(e.toString());
        }
    }

    private void workOnce() throws IOException {
        long start = System.nanoTime();
        try {
            Answer answer = operation.perform(connection);
            latencies.record(System.nanoTime() - start);
            if (!operation.isDone(answer)) {
                fail("status " + answer.status() + ": " + answer.body().strip());
            }
        } catch (IOException e) {
            fail(e.toString());
            connection.reconnect();
        }
    }

    private void fail(String what) {
        failures++;
        if (firstFailure.isEmpty()) {
            firstFailure = Optional.of(what);
        }
    }

    Connection connection() {
        return connection;
    }

    Latencies latencies() {
        return latencies;
    }

    long failures() {
        return failures;
    }

    Optional<String> firstFailure() {
        return firstFailure;
    }
}
