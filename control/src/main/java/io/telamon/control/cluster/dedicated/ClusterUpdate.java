package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.api.Role;
import io.telamon.control.api.UnreadBody;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterChange;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes clusters. The kind of a cluster decides before the body is looked at, as recorded of flex clusters. */
final class ClusterUpdate {

    private static final ResourceVersion INDEPENDENT_SCALING = ResourceVersion.of("2024-10-23");

    private static final String SUBMITTED = "CLUSTER_UPDATE_SUBMITTED";

    private static final String PROTECTION = "terminationProtectionEnabled";

    private final ClusterCommands commands;
    private final ProviderRules providers;
    private final DedicatedReader reader;

    ClusterUpdate(ClusterCommands commands, ProviderRules providers, DedicatedReader reader) {
        this.commands = commands;
        this.providers = providers;
        this.reader = reader;
    }

    /**
     * The cluster as it is changed.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#TENANT_CLUSTER_UPDATE_UNSUPPORTED}, those of {@link ProviderRules} and
     *     {@link DedicatedReader}, {@link ErrorCode#CLUSTER_ALREADY_PAUSED}, {@link ErrorCode#USER_UNAUTHORIZED}
     */
    Cluster apply(Call<UnreadBody<ClusterBody>> call, Cluster cluster) {
        return switch (cluster.kind()) {
            case DEDICATED -> ofDedicated(call, cluster, call.body().read());
            default -> ofFree(call, cluster, call.body().tree());
        };
    }

    /** Free clusters cannot be changed but for one thing: protection is taken off, as nothing else could end a protected one. */
    private Cluster ofFree(Call<?> call, Cluster cluster, JsonNode body) {
        boolean unprotects = body.size() == 1
                && body.path(PROTECTION).isBoolean()
                && !body.path(PROTECTION).booleanValue();
        ErrorCode.TENANT_CLUSTER_UPDATE_UNSUPPORTED.refuseIf(!unprotects);
        requireOwner(call, cluster);
        return commands.change(call, cluster.key(), new ClusterChange(null, null, null, false));
    }

    private Cluster ofDedicated(Call<UnreadBody<ClusterBody>> call, Cluster cluster, ClusterBody body) {
        ClusterRequest asked = body.request(Optional.ofNullable(cluster.spec().topology()));
        ClusterOperations.requireSameProject(call, asked);
        requireNoTenants(asked);
        providers.check(asked);
        boolean pauses = call.body().tree().size() == 1 && Boolean.TRUE.equals(asked.paused());
        AutoScalingMode mode = mode(call, asked);
        boolean asSet = EffectiveFields.areAsked(call);
        return commands.revise(call, cluster.key(), SUBMITTED, (before, moment) -> {
            ClusterViews.requireShown(call, before);
            ErrorCode.CLUSTER_ALREADY_PAUSED.refuseIf(
                    pauses && Objects.requireNonNull(before.spec().settings()).paused());
            ClusterRequest now = body.request(Optional.ofNullable(before.spec().topology()));
            return revised(call, before, new DedicatedReader.Change(now, mode, asSet), moment);
        });
    }

    private ClusterSpec revised(Call<?> call, Cluster before, DedicatedReader.Change change, Instant now) {
        ClusterSpec after = reader.changed(before, change, now);
        if (after.terminationProtection() != before.spec().terminationProtection()) {
            requireOwner(call, before);
        }
        return after;
    }

    /** Shards scale by themselves once a client of the version that has that has sent them. */
    private static @Nullable AutoScalingMode mode(Call<?> call, ClusterRequest asked) {
        return asked.replicationSpecs() != null && call.version().compareTo(INDEPENDENT_SCALING) >= 0
                ? AutoScalingMode.INDEPENDENT_SHARD_SCALING
                : null;
    }

    private static void requireNoTenants(ClusterRequest asked) {
        ErrorCode.CLUSTER_CANNOT_CHANGE_PROVIDER_NAME.refuseIf(
                Objects.requireNonNullElse(asked.replicationSpecs(), List.<SpecRequest>of()).stream()
                        .flatMap(spec -> spec.regionConfigs().stream())
                        .anyMatch(region -> region.providerName().equals(ProviderName.TENANT.name())));
    }

    private static void requireOwner(Call<?> call, Cluster cluster) {
        ErrorCode.USER_UNAUTHORIZED.refuseIf(
                !call.caller().holdsInProject(Role.GROUP_OWNER, cluster.projectId(), cluster.organizationId()));
    }
}
