package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of cluster names: 1 to 64 letters, digits and hyphens, no hyphen first. */
final class ClusterNames {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");

    /** Characters that a name may have at most. */
    private static final int LONGEST = 64;

    /** Characters of a name that host names begin with: two clusters of a project cannot have them in common. */
    static final int PREFIX = 23;

    private ClusterNames() {}

    /**
     * Refuses what is no name of a cluster, and a name that no host name can begin with.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NAME_INVALID},
     *     {@link ErrorCode#CLUSTER_NAME_TOO_LONG}, {@link ErrorCode#CLUSTER_NAME_PREFIX_INVALID}
     */
    static void require(String name) {
        ErrorCode.CLUSTER_NAME_INVALID.refuseIf(!FORM.matcher(name).matches(), name);
        ErrorCode.CLUSTER_NAME_TOO_LONG.refuseIf(name.length() > LONGEST, name, LONGEST);
        String prefix = prefix(name);
        ErrorCode.CLUSTER_NAME_PREFIX_INVALID.refuseIf(prefix.endsWith("-"), name, PREFIX, prefix);
    }

    /** What of a name becomes the first label of its host names (RFC 1123, section 2.1), in lower case. */
    static String label(String name) {
        return prefix(name).toLowerCase(Locale.ROOT);
    }

    private static String prefix(String name) {
        return name.length() <= PREFIX ? name : name.substring(0, PREFIX);
    }
}
