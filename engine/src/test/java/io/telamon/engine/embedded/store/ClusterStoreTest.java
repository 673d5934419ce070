package io.telamon.engine.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClusterStoreTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(20)
    void aLongReadGivesWritersTurns() throws Exception {
        try (ClusterStore store = ClusterStore.open(
                        folder.resolve("f").toString(), 1, new ResultMemory(1_000), InstantSource.system());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            Future<Boolean> read = threads.submit(() -> store.read(() -> {
                reading.countDown();
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                while (written.getCount() > 0 && System.nanoTime() < deadline) {
                    store.letWritersIn();
                }
                return written.getCount() == 0;
            }));
            reading.await();

            store.write(
                    () -> {
                        written.countDown();
                        return 1;
                    },
                    false);

            assertThat(read.get()).as("the write came while the read went on").isTrue();
        }
    }
}
