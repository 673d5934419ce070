package io.telamon.control.cluster;

/** The MongoDB versions whose behaviour clusters show. */
public final class MongoVersion {

    /** What new clusters say they run. */
    public static final String CURRENT = "8.0.29";

    /** The major version of {@link #CURRENT}. */
    public static final String CURRENT_MAJOR = "8.0";

    private MongoVersion() {}
}
