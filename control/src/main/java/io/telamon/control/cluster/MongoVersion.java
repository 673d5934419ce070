package io.telamon.control.cluster;

import java.util.List;

/** The MongoDB versions whose behaviour clusters show. */
public final class MongoVersion {

    /** What new clusters say they run. */
    public static final String CURRENT = "8.0.29";

    /** The major version of {@link #CURRENT}. */
    public static final String CURRENT_MAJOR = "8.0";

    /** The major versions with long-term support that dedicated clusters choose from, as recorded in 2026; the oldest first. */
    public static final List<String> MAJORS = List.of("7.0", CURRENT_MAJOR);

    private MongoVersion() {}
}
