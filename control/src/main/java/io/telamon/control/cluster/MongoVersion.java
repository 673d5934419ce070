package io.telamon.control.cluster;

import java.util.List;
import java.util.Map;

/** The MongoDB versions whose behaviour clusters show. */
public final class MongoVersion {

    /** What new clusters say they run. */
    public static final String CURRENT = "8.0.29";

    /** The major version of {@link #CURRENT}. */
    public static final String CURRENT_MAJOR = "8.0";

    /** The newest major version, which clusters have that take each release, as recorded in 2025. */
    public static final String NEWEST_MAJOR = "8.2";

    private static final Map<String, String> RELEASES =
            Map.of("7.0", "7.0.40", CURRENT_MAJOR, CURRENT, NEWEST_MAJOR, "8.2.2");

    /** The major versions with long-term support that dedicated clusters choose from, as recorded in 2026; the oldest first. */
    public static final List<String> MAJORS = List.of("7.0", CURRENT_MAJOR);

    private MongoVersion() {}

    /**
     * The release that clusters of a major version run.
     *
     * @throws IllegalArgumentException if no cluster has it
     */
    public static String releaseOf(String major) {
        String release = RELEASES.get(major);
        if (release == null) {
            throw new IllegalArgumentException("no release of MongoDB " + major);
        }
        return release;
    }
}
