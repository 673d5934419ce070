package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import java.util.Locale;

/** The form of cluster names: 1 to 64 letters, digits and hyphens, no hyphen at the end of what becomes a host name. */
public final class ClusterNames {

    /** The pattern that names match. */
    public static final String PATTERN = "[a-zA-Z0-9][a-zA-Z0-9-]*";

    /** Characters that a name may have at most. */
    public static final int LONGEST = 64;

    /** What is said of a name of another form. */
    public static final String EXPECTATION =
            "must begin with a letter or digit and go on with letters, digits and hyphens, 64 characters at most";

    /** Characters of a name that host names begin with: two clusters of a project cannot have them in common. */
    static final int PREFIX = 23;

    private ClusterNames() {}

    /** What of a name becomes the first label of its host names (RFC 1123, section 2.1), in lower case. */
    static String label(String name) {
        return prefix(name).toLowerCase(Locale.ROOT);
    }

    private static String prefix(String name) {
        return name.length() <= PREFIX ? name : name.substring(0, PREFIX);
    }

    /**
     * Refuses a name that no host name can begin with.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NAME_PREFIX_INVALID}
     */
    static void requirePrefix(String name) {
        String prefix = prefix(name);
        ErrorCode.CLUSTER_NAME_PREFIX_INVALID.refuseIf(
                prefix.startsWith("-") || prefix.endsWith("-"), name, PREFIX, prefix);
    }
}
