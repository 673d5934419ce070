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
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import io.telamon.control.module.ApiModule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations of the serverless instances API, which the calendar changes and ends. */
public final class ServerlessOperations implements ApiModule {

    private final ClusterQueries queries;
    private final ClusterCommands commands;
    private final Calendar calendar;
    private final Regions regions;
    private final ServerlessViews views;

    /** The operations over the clusters. */
    public ServerlessOperations(ClusterModule clusters, Calendar calendar, Regions regions, ServerlessViews views) {
        this.queries = clusters.queries();
        this.commands = clusters.commands();
        this.calendar = calendar;
        this.regions = regions;
        this.views = views;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupServerlessInstances", this::list);
        api.serve("createGroupServerlessInstance", ServerlessCreate.class, this::create);
        api.serve("getGroupServerlessInstance", call -> views.of(get(call, "name"), call));
        api.serve("updateGroupServerlessInstance", ServerlessUpdate.class, this::update);
        api.serve("deleteGroupServerlessInstance", this::delete);
        api.serve(
                "getGroupServerlessPerformanceAdvisorAutoIndexing",
                call -> get(call, "clusterName").spec().autoIndexing());
        api.serve("setGroupServerlessPerformanceAdvisorAutoIndexing", this::setAutoIndexing);
    }

    private Page<ServerlessView> list(Call<NoContent> call) {
        return calendar.showsNoInstances()
                ? new Page<>(List.of(), 0)
                : queries.list(new ClusterFilter.InServerlessApi(call.projectId()), call.page())
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
                new ClusterSpec(
                        true,
                        genuine && !Boolean.FALSE.equals(continuousBackup(body.serverlessBackupOptions())),
                        TagRules.forCreate(Objects.requireNonNullElse(body.tags(), List.of())),
                        Objects.requireNonNullElse(body.terminationProtectionEnabled(), false)));
        return views.of(commands.create(call, draft), call);
    }

    private ServerlessView update(Call<ServerlessUpdate> call) {
        Cluster cluster = get(call, "name");
        ClusterChange change = new ClusterChange(
                null,
                continuousBackup(call.body().serverlessBackupOptions()),
                TagRules.forUpdate(call.body().tags()),
                call.body().terminationProtectionEnabled());
        return views.of(commands.change(call, cluster.key(), change), call);
    }

    private NoContent delete(Call<NoContent> call) {
        commands.delete(call, get(call, "name").key());
        return NoContent.DONE;
    }

    private Boolean setAutoIndexing(Call<NoContent> call) {
        boolean enable = call.query()
                .text("enable")
                .map(Boolean::parseBoolean)
                .orElseThrow(() -> ErrorCode.INVALID_QUERY_PARAMETER.about("enable"));
        return commands.setAutoIndexing(call, get(call, "clusterName").key(), enable);
    }

    private Cluster get(Call<?> call, String parameter) {
        String name = call.path(parameter);
        Cluster cluster = queries.find(new ClusterKey(call.projectId(), name))
                .filter(found -> !calendar.showsNoInstances())
                .orElseThrow(() -> ErrorCode.SERVERLESS_INSTANCE_NOT_FOUND.about(name, call.projectId()));
        if (!cluster.inServerlessApi()) {
            throw ErrorCode.CANNOT_USE_CLUSTER_IN_SERVERLESS_INSTANCE_API.about(name);
        }
        return cluster;
    }

    private static @Nullable Boolean continuousBackup(@Nullable BackupOptions options) {
        return options == null ? null : options.serverlessContinuousBackupEnabled();
    }
}
