package io.telamon.engine.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded engine keeps its files.
 *
 * @param folder where they lie, one a cluster; made if it does not exist
 * @param cacheMegabytes memory for the pages of one open file, at least 1
 * @param idle how long a file stays open that nobody uses
 * @param mostOpen how many files may be open; beyond, those that nobody uses are closed sooner
 * @param resultBytes memory for the results of all cursors and commands together, half of it for one
 * @param fileSystem which of H2's file systems the files are in, such as {@code file:}; empty for the usual one
 */
public record EmbeddedSettings(
        Path folder, int cacheMegabytes, Duration idle, int mostOpen, long resultBytes, String fileSystem) {

    private static final int MOST_OPEN = 64;
    private static final int LARGEST_CACHE = 8;

    /** What an open file takes besides its cache: buffers for the blocks that are written, and the maps that are open. */
    private static final int MEGABYTES_OF_A_FILE = 2;

    /** Files in that folder, everything else as is usual: as many files and as large caches as half of the heap has space for, and a quarter of it for results. */
    public static EmbeddedSettings in(Path folder) {
        long megabytes = (Runtime.getRuntime().maxMemory() >> 20) / 2;
        int mostOpen = Math.clamp(megabytes / (MEGABYTES_OF_A_FILE + 1), 8, MOST_OPEN);
        int cache = Math.clamp(megabytes / mostOpen - MEGABYTES_OF_A_FILE, 1, LARGEST_CACHE);
        return new EmbeddedSettings(
                folder,
                cache,
                Duration.ofMinutes(2),
                mostOpen,
                Runtime.getRuntime().maxMemory() / 4,
                "");
    }

    /** The same, but for how long files stay open. */
    public EmbeddedSettings idle(Duration other) {
        return new EmbeddedSettings(folder, cacheMegabytes, other, mostOpen, resultBytes, fileSystem);
    }

    /** The same, but for the memory of results. */
    public EmbeddedSettings resultBytes(long other) {
        return new EmbeddedSettings(folder, cacheMegabytes, idle, mostOpen, other, fileSystem);
    }

    /** The same, but for the file system. */
    public EmbeddedSettings fileSystem(String other) {
        return new EmbeddedSettings(folder, cacheMegabytes, idle, mostOpen, resultBytes, other);
    }
}
