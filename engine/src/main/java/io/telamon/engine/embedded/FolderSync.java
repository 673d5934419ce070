package io.telamon.engine.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the entries of a folder durable. Threads that ask at the same time share one {@code fsync}: one that begins after all
 * of them have asked covers the entries of all. Safe for use by many threads.
 */
final class FolderSync {

    private final Path folder;

    /** What the process before this one has asked for, and may not have got, is the first request. */
    private final AtomicLong requests = new AtomicLong(1);

    private final ReentrantLock lock = new ReentrantLock();
    private long covered;

    FolderSync(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns once every entry made or removed before this call survives a loss of power.
     *
     * @throws IOException when this cannot be said; the entries may be durable or not
     */
    void sync() throws IOException {
        cover(requests.incrementAndGet());
    }

    /**
     * Does what calls of {@link #sync} have asked for that have not returned, or failed, those of processes before this one included.
     *
     * @throws IOException as there
     */
    void finish() throws IOException {
        cover(requests.get());
    }

    private void cover(long request) throws IOException {
        lock.lock();
        try {
            if (covered >= request) {
                return;
            }
            long begun = requests.get();
            force();
            covered = begun;
        } finally {
            lock.unlock();
        }
    }

    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
