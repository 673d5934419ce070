package io.telamon.control.cluster.option;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterAmendment.Amended;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.Expiring;
import io.telamon.control.cluster.Expiring.FeaturePin;
import io.telamon.control.cluster.dedicated.ClusterDispatch;
import io.telamon.control.module.ApiModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations that keep a cluster at its feature compatibility version for a time, so that an upgrade can be taken back. */
public final class FeaturePinOperations implements ApiModule {

    /** From the first time that it is pinned (OpenAPI, {@code expirationDate}). */
    private static final Duration LONGEST = Duration.ofDays(28);

    private final ClusterDispatch dispatch;
    private final ClusterCommands commands;

    /** The operations over the clusters. */
    public FeaturePinOperations(ClusterModule clusters) {
        this.dispatch = new ClusterDispatch(clusters.queries());
        this.commands = clusters.commands();
    }

    @Override
    public void bind(Operations api) {
        api.serve("pinGroupClusterFeatureCompatibilityVersion", PinRequest.class, this::pin);
        api.serve("unpinGroupClusterFeatureCompatibilityVersion", this::unpin);
    }

    /**
     * What a client asks for.
     *
     * @param expirationDate four weeks after the first time unless sent
     */
    record PinRequest(@Nullable Instant expirationDate) {}

    private NoContent pin(Call<PinRequest> call) {
        Instant asked = call.body().expirationDate();
        commands.amend(
                call, dispatch.getDedicated(call).key(), (before, now) -> Optional.of(pinned(before, asked, now)));
        return NoContent.DONE;
    }

    /** A second pin moves the date alone. */
    private static Amended pinned(Cluster before, @Nullable Instant asked, Instant now) {
        ClusterSettings settings = Objects.requireNonNull(before.spec().settings());
        Expiring expiring = settings.expiring();
        FeaturePin was = expiring.featurePin();
        Instant first = was == null ? now : was.pinnedAt();
        Instant last = first.plus(LONGEST);
        Instant end = asked == null ? last : asked;
        if (!end.isAfter(now) || end.isAfter(last)) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation(
                            "expirationDate", "must be in the future, and at most four weeks after the first pin")),
                    "expirationDate");
        }
        return new Amended(
                expiring.withPin(new FeaturePin(settings.featureVersion(), first, end)),
                was == null ? "CLUSTER_FCV_FIXED" : "CLUSTER_FCV_EXPIRATION_DATE_UPDATED");
    }

    private NoContent unpin(Call<NoContent> call) {
        commands.amend(call, dispatch.getDedicated(call).key(), (before, now) -> {
            Expiring expiring = Objects.requireNonNull(before.spec().settings()).expiring();
            return Optional.ofNullable(expiring.featurePin())
                    .map(was -> new Amended(expiring.withPin(null), "CLUSTER_FCV_UNFIXED"));
        });
        return NoContent.DONE;
    }
}
