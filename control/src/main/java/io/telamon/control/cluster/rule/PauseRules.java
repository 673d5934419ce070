package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterSpec;
import java.time.Instant;
import java.util.Objects;

/** When a cluster may be paused, and what may be changed of one that is. */
public final class PauseRules {

    private PauseRules() {}

    /**
     * The specification of a cluster that a client changes, with the moment of resuming where it does.
     *
     * @param after what the client asks for
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_UPDATE_PAUSED_CLUSTER},
     *     {@link ErrorCode#CANNOT_UPDATE_AND_PAUSE_CLUSTER}, {@link ErrorCode#CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES}
     */
    public static ClusterSpec checked(Cluster before, ClusterSpec after, Instant now) {
        ClusterSettings was = Objects.requireNonNull(before.spec().settings());
        ClusterSettings is = Objects.requireNonNull(after.settings());
        boolean pauses = is.paused() && !was.paused();
        boolean resumes = was.paused() && !is.paused();
        boolean changes = !before.spec().equals(after.with(is.paused(was.paused(), was.resumedAt())));
        ErrorCode.CANNOT_UPDATE_PAUSED_CLUSTER.refuseIf(was.paused() && is.paused() && changes, before.name());
        ErrorCode.CANNOT_UPDATE_AND_PAUSE_CLUSTER.refuseIf((pauses || resumes) && changes, before.name());
        ErrorCode.CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES.refuseIf(
                pauses && !before.state().stateName().equals("IDLE"));
        return resumes ? after.with(is.paused(false, now)) : after;
    }
}
