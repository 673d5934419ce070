package io.telamon.bench;

import java.util.Optional;

/** What came of the work of all connections. */
final class Outcome {

    private final Latencies latencies = new Latencies();
    private final long nanos;
    private long failures;
    private Optional<String> firstFailure = Optional.empty();

    Outcome(long nanos) {
        this.nanos = nanos;
    }

    void add(Worker worker) {
        latencies.add(worker.latencies());
        failures += worker.failures();
        firstFailure = firstFailure.or(worker::firstFailure);
    }

    /** Times that an answer came. */
    long count() {
        return latencies.count();
    }

    double perSecond() {
        return count() * 1e9 / nanos;
    }

    /** The duration in milliseconds that a share of all, from 0 to 1, does not exceed. */
    double millis(double share) {
        return latencies.percentile(share) / 1e6;
    }

    long failures() {
        return failures;
    }

    /** What was wrong the first time that something was. */
    Optional<String> firstFailure() {
        return firstFailure;
    }
}
