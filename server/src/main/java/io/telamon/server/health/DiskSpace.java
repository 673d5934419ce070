package io.telamon.server.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The space that is left where the data folder is. Too little is told before writes fail: at {@link #LEAST} bytes the log of
 * the database may not be able to grow to the size at which it is put back into the database.
 */
public final class DiskSpace {

    /** Bytes that must be free: 4 MiB, the size up to which SQLite's log grows. */
    public static final long LEAST = 4 << 20;

    private final LongSupplier usable;

    DiskSpace(LongSupplier usable) {
        this.usable = usable;
    }

    /** The space of the file system that a folder is on; as if there was enough where it cannot be asked for. */
    public static DiskSpace of(Path folder) {
        return new DiskSpace(() -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        });
    }

    /** Bytes that are free. */
    public long free() {
        return usable.getAsLong();
    }

    /** What is wrong, when less than {@link #LEAST} is free. */
    Optional<String> shortage() {
        long free = free();
        return free >= LEAST
                ? Optional.empty()
                : Optional.of("the disk of the data folder is full or nearly so (%d KiB are free, %d must be)"
                        .formatted(free >> 10, LEAST >> 10));
    }
}
