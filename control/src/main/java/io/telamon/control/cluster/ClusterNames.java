package io.telamon.control.cluster;

/** The form of cluster names: 1 to 64 letters, digits and hyphens, none at the end of what becomes a host name. */
public final class ClusterNames {

    /** The pattern that names match. */
    public static final String PATTERN = "[a-zA-Z0-9][a-zA-Z0-9-]*";

    /** Characters that a name may have at most. */
    public static final int LONGEST = 64;

    /** What is said of a name of another form. */
    public static final String EXPECTATION =
            "must begin with a letter or digit and go on with letters, digits and hyphens, 64 characters at most";

    private ClusterNames() {}
}
