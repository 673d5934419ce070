package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import java.util.regex.Pattern;

/** The form of cluster names: 1 to 64 letters, digits and hyphens, no hyphen first. */
final class ClusterNames {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");

    /** Characters that a name may have at most. */
    private static final int LONGEST = 64;

    private ClusterNames() {}

    /**
     * Refuses what is no name of a cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NAME_INVALID},
     *     {@link ErrorCode#CLUSTER_NAME_TOO_LONG}
     */
    static void require(String name) {
        ErrorCode.CLUSTER_NAME_INVALID.refuseIf(!FORM.matcher(name).matches(), name);
        ErrorCode.CLUSTER_NAME_TOO_LONG.refuseIf(name.length() > LONGEST, name, LONGEST);
    }
}
