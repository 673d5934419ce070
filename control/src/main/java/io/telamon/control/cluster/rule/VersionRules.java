package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.MongoVersion;
import org.jspecify.annotations.Nullable;

/** Which version of MongoDB a cluster may have, and which it may change to. */
public final class VersionRules {

    private VersionRules() {}

    /**
     * The major version of a new cluster.
     *
     * @param asked the version that the client names, if it does
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_MONGODB_VERSION_CONFIG},
     *     {@link ErrorCode#MONGODB_VERSION_INVALID}
     */
    public static String ofNew(@Nullable String asked, ClusterSettings.ReleaseSystem system) {
        if (system == ClusterSettings.ReleaseSystem.CONTINUOUS) {
            ErrorCode.INVALID_MONGODB_VERSION_CONFIG.refuseIf(
                    asked != null, "mongoDBMajorVersion cannot be chosen when versionReleaseSystem is CONTINUOUS");
            return MongoVersion.NEWEST_MAJOR;
        }
        if (asked == null) {
            return MongoVersion.CURRENT_MAJOR;
        }
        ErrorCode.MONGODB_VERSION_INVALID.refuseIf(!MongoVersion.MAJORS.contains(asked), asked);
        return asked;
    }

    /**
     * The major version of a cluster that is changed. One that takes each release has the newest at once, as recorded.
     *
     * @param asked the version that the client names, if it does
     * @throws io.telamon.control.api.ApiException those of {@link #ofNew}, {@link ErrorCode#CLUSTER_UPGRADE_INVALID} for an older
     *     version than that and than the feature compatibility version
     */
    public static String ofChanged(
            ClusterSettings before, @Nullable String asked, ClusterSettings.ReleaseSystem system) {
        String now = before.mongoDBMajorVersion();
        boolean sameSystem = system == before.versionReleaseSystem();
        if (sameSystem && (asked == null || asked.equals(now))) {
            return now;
        }
        if (asked == null && MongoVersion.MAJORS.contains(now) && system == ClusterSettings.ReleaseSystem.LTS) {
            return now;
        }
        String wanted = ofNew(asked, system);
        boolean older = wanted.compareTo(now) < 0;
        ErrorCode.CLUSTER_UPGRADE_INVALID.refuseIf(older && !wanted.equals(before.featureVersion()));
        return wanted;
    }
}
