package io.telamon.control.cluster.serverless;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.calendar.Stage;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterChange;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of the serverless instances API, which the calendar changes and ends. */
public final class ServerlessOperations {

    private final Clusters clusters;
    private final Calendar calendar;
    private final Regions regions;
    private final ServerlessViews views;

    public ServerlessOperations(
            Clusters clusters,
            Calendar calendar,
            Regions regions,
            DataPlane dataPlane,
            PrivateConnections privateConnections,
            Clock clock) {
        this.clusters = clusters;
        this.calendar = calendar;
        this.regions = regions;
        this.views = new ServerlessViews(dataPlane, privateConnections, clock);
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.servePage("listGroupServerlessInstances", this::list);
        api.serve("createGroupServerlessInstance", ServerlessCreate.class, this::create);
        api.serve("getGroupServerlessInstance", call -> views.of(get(call, "name"), call));
        api.serve("updateGroupServerlessInstance", ServerlessUpdate.class, this::update);
        api.serve("deleteGroupServerlessInstance", this::delete);
        api.serve(
                "getGroupServerlessPerformanceAdvisorAutoIndexing",
                call -> get(call, "clusterName").autoIndexing());
        api.serve("setGroupServerlessPerformanceAdvisorAutoIndexing", this::setAutoIndexing);
    }

    private Page<ServerlessView> list(Call<NoContent> call) {
        return calendar.showsNoInstances()
                ? new Page<>(List.of(), 0)
                : clusters.list(new ClusterFilter.InServerlessApi(call.projectId()), call.page())
                        .map(cluster -> views.of(cluster, call));
    }

    private ServerlessView create(Call<ServerlessCreate> call) {
        ServerlessCreate body = call.body();
        ServerlessCreate.ProviderSettings where = body.providerSettings();
        if (regions.findForTenants(where.backingProviderName(), where.regionName())
                .isEmpty()) {
            throw ErrorCode.INVALID_REGION.about(
                    where.regionName(), where.backingProviderName().name());
        }
        boolean genuine = calendar.stage() == Stage.SERVERLESS;
        ClusterDraft draft = new ClusterDraft(
                body.name(),
                genuine ? Cluster.Kind.SERVERLESS : Cluster.Kind.FLEX,
                true,
                where.backingProviderName(),
                where.regionName(),
                Objects.requireNonNullElse(body.terminationProtectionEnabled(), false),
                genuine && continuousBackup(body.serverlessBackupOptions()).orElse(true),
                TagRules.forCreate(Objects.requireNonNullElse(body.tags(), List.of())));
        return views.of(clusters.create(call, draft), call);
    }

    private ServerlessView update(Call<ServerlessUpdate> call) {
        Cluster cluster = get(call, "name");
        ClusterChange change = new ClusterChange(
                Optional.ofNullable(call.body().terminationProtectionEnabled()),
                continuousBackup(call.body().serverlessBackupOptions()),
                Optional.ofNullable(call.body().tags()).map(TagRules::forUpdate));
        return views.of(clusters.change(call, key(cluster), change), call);
    }

    private NoContent delete(Call<NoContent> call) {
        clusters.delete(call, key(get(call, "name")));
        return NoContent.DONE;
    }

    private Boolean setAutoIndexing(Call<NoContent> call) {
        boolean enable = call.query()
                .text("enable")
                .map(Boolean::parseBoolean)
                .orElseThrow(() -> ErrorCode.INVALID_QUERY_PARAMETER.about("enable"));
        return clusters.setAutoIndexing(key(get(call, "clusterName")), enable);
    }

    private Cluster get(Call<?> call, String parameter) {
        String name = call.path(parameter);
        Cluster cluster = clusters.find(new ClusterKey(call.projectId(), name))
                .filter(found -> !calendar.showsNoInstances())
                .orElseThrow(() -> ErrorCode.SERVERLESS_INSTANCE_NOT_FOUND.about(name, call.projectId()));
        if (!cluster.inServerlessApi()) {
            throw ErrorCode.CANNOT_USE_CLUSTER_IN_SERVERLESS_INSTANCE_API.about(name);
        }
        return cluster;
    }

    private static ClusterKey key(Cluster cluster) {
        return new ClusterKey(cluster.projectId(), cluster.name());
    }

    private static Optional<Boolean> continuousBackup(@Nullable BackupOptions options) {
        return Optional.ofNullable(options).map(BackupOptions::serverlessContinuousBackupEnabled);
    }
}
