package io.telamon.engine.embedded;

import io.telamon.engine.embedded.error.CommandErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the disk has space for what is written. Some is kept for commands that delete: on a disk without any space these could not be
 * committed either.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
final class DiskSpace {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);

    /** What is kept free. */
    private static final long RESERVE = 1 << 20;

    /** How often what is written is in the file at a time: as it is, and in a chunk that is written anew. */
    private static final int COPIES = 2;

    /** For how long a write that failed tells that there is no space, whatever the file system says. */
    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();

    private final LongSupplier usable;
    private volatile boolean failed;
    private volatile long failedAt;

    /** Asks for the bytes that this process may still write. */
    DiskSpace(LongSupplier usable) {
        this.usable = usable;
    }

    /** The space in a folder's file system. */
    static DiskSpace of(Path folder) {
        return new DiskSpace(() -> usable(folder));
    }

    /** One system call: {@code Files.getFileStore} would read the table of mounts for each write. */
    private static long usable(Path folder) {
        long bytes = folder.toFile().getUsableSpace();
        return bytes == 0 && !Files.isDirectory(folder) ? Long.MAX_VALUE : bytes;
    }

    /**
     * Checks that there is space for a write.
     *
     * @param bytes the length of the command
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 14031 if there is none
     */
    void check(long bytes) {
        if (usable.getAsLong() < RESERVE + COPIES * bytes) {
            throw CommandErrors.outOfDiskSpace();
        }
    }

    /** A write failed because there was no space. */
    void failed() {
        if (!isShort()) {
            LOG.warn("the disk of the embedded engine's files is full; writes are refused until there is space again");
        }
        failedAt = System.nanoTime();
        failed = true;
    }

    /** A write is on the disk. */
    void succeeded() {
        if (failed) {
            failed = false;
        }
    }

    /** Whether writes are refused, or failed a moment ago, for want of space. */
    boolean isShort() {
        return usable.getAsLong() < RESERVE || (failed && System.nanoTime() - failedAt < REMEMBERED);
    }
}
