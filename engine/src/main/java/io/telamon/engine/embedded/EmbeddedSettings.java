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
 */
public record EmbeddedSettings(Path folder, int cacheMegabytes, Duration idle, int mostOpen) {

    /** Files in that folder, everything else as is usual. */
    public static EmbeddedSettings in(Path folder) {
        return new EmbeddedSettings(folder, 8, Duration.ofMinutes(2), 64);
    }

    /** The same, but for how long files stay open. */
    public EmbeddedSettings idle(Duration other) {
        return new EmbeddedSettings(folder, cacheMegabytes, other, mostOpen);
    }
}
