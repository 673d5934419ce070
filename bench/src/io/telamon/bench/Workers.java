package io.telamon.bench;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Connections that do one operation at the same time. One thread serves them all in turn, so that none gets more of the server
 * than the others: threads that wait for a processor would be served unequally, and the latencies would be those of the
 * load generator.
 */
final class Workers implements AutoCloseable {

    private static final long LONGEST_SILENCE_MILLIS = Limit.LONGEST.plusSeconds(10).toMillis();

    private final List<Worker> workers = new ArrayList<>();

    /** Connects; nothing is done yet. */
    Workers(Target target, int connections, Supplier<Operation> operations) throws IOException {
        for (int i = 0; i < connections; i++) {
            workers.add(new Worker(target.server(), operations.get()));
        }
    }

    /**
     * Lets all of them work until the limit.
     *
     * @return what came of it
     * @throws IOException when the server no longer answers
     */
    Outcome work(Limit limit) throws IOException {
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            int working = 0;
            for (Worker worker : workers) {
                working += worker.begin(selector, limit) ? 1 : 0;
            }
            while (working > 0) {
                working -= proceed(selector, limit);
            }
            return outcome(System.nanoTime() - start);
        }
    }

    /** Lets those go on that can; how many of them are done for good. */
    private static int proceed(Selector selector, Limit limit) throws IOException {
        if (selector.select(LONGEST_SILENCE_MILLIS) == 0) {
            throw new IOException("the server does not answer");
        }
        int ended = 0;
        for (var key : List.copyOf(selector.selectedKeys())) {
            Worker worker = (Worker) key.attachment();
            if (!worker.proceed(selector, limit)) {
                key.cancel();
                ended++;
            }
        }
        selector.selectedKeys().clear();
        return ended;
    }

    @Override
    public void close() throws IOException {
        for (Worker worker : workers) {
            worker.close();
        }
    }

    private Outcome outcome(long nanos) {
        Outcome outcome = new Outcome(nanos);
        workers.forEach(outcome::add);
        return outcome;
    }
}
