package io.telamon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Connections that do one operation at the same time, each in a thread of its own. */
final class Crew {

    private final List<Worker> workers = new ArrayList<>();

    /** Connects; nothing is done yet. */
    Crew(Target target, int connections, Supplier<Operation> operations) throws IOException {
        for (int i = 0; i < connections; i++) {
            workers.add(new Worker(new Connection(target.server()), operations.get()));
        }
    }

    /**
     * Lets all of them work until the limit.
     *
     * @return what came of it
     * @throws IOException when the limit is passed by far, because the server no longer answers
     */
    Outcome work(Limit limit) throws IOException, InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = workers.stream()
                .map(worker -> Thread.ofPlatform().daemon().start(() -> worker.work(begin, limit)))
                .toList();
        long start = System.nanoTime();
        begin.countDown();
        for (Thread thread : threads) {
            if (!thread.join(Limit.LONGEST.plusSeconds(10))) {
                throw new IOException("the server does not answer");
            }
        }
        return outcome(System.nanoTime() - start);
    }

    void leave() {
        for (Worker worker : workers) {
            try {
                worker.connection().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Outcome outcome(long nanos) {
        Outcome outcome = new Outcome(nanos);
        workers.forEach(outcome::add);
        return outcome;
    }
}
