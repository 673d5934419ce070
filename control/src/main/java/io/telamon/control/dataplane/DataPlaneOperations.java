package io.telamon.control.dataplane;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.dataplane.MeteringTable.Step;
import io.telamon.control.module.ApiModule;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.store.Store;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.directory.TierLimits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What organization owners may ask of the data plane, and set of it, cluster by cluster. */
public final class DataPlaneOperations implements ApiModule {

    private final MeteringTable table = new MeteringTable();
    private final Store store;
    private final Metering metering;
    private final ChangeNotifier notifier;

    /** Over the clusters of a store and what is counted of them. */
    public DataPlaneOperations(Store store, Metering metering, ChangeNotifier notifier) {
        this.store = store;
        this.metering = metering;
        this.notifier = notifier;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getClusterMetrics", this::metrics);
        api.serve("listClusterMetrics", this::history);
        api.serve("getClusterLimits", this::limits);
        api.serve("setClusterLimits", ClusterLimits.class, this::setLimits);
    }

    private record Found(ClusterId id, Cluster.Kind kind, ClusterLimits limits) {

        TierLimits usual() {
            return ClusterTier.of(kind).limits();
        }
    }

    private MeterView metrics(Call<NoContent> call) {
        Found cluster = store.read(handle -> find(handle, call));
        return metering.reading(cluster.id())
                .map(reading -> MeterView.of(cluster.id(), reading))
                .orElseGet(() -> MeterView.none(cluster.id()));
    }

    /**
     * What was counted of a cluster in steps of time.
     *
     * @param granularity the length of a step, as ISO 8601 has it
     * @param points those steps in which something was counted, the oldest first
     */
    public record HistoryView(String clusterId, String granularity, List<Map<String, Object>> points) {}

    private HistoryView history(Call<NoContent> call) {
        Step step =
                call.query().text("granularity").map(DataPlaneOperations::step).orElse(Step.MINUTE);
        Instant from = call.query().timestamp("minDate").orElse(Instant.EPOCH);
        Instant to = call.query().timestamp("maxDate").orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
        return store.read(handle -> {
            Found cluster = find(handle, call);
            return new HistoryView(
                    cluster.id().value(),
                    step.length(),
                    table.list(handle, cluster.id().value(), step, from, to).stream()
                            .map(MeteringTable.Point::view)
                            .toList());
        });
    }

    private static Step step(String granularity) {
        return Arrays.stream(Step.values())
                .filter(step -> step.length().equals(granularity))
                .findFirst()
                .orElseThrow(() -> ErrorCode.INVALID_QUERY_PARAMETER.about("granularity"));
    }

    private ClusterLimits limits(Call<NoContent> call) {
        Found cluster = store.read(handle -> find(handle, call));
        return ClusterLimits.of(cluster.limits().over(cluster.usual()));
    }

    private ClusterLimits setLimits(Call<ClusterLimits> call) {
        return store.write(transaction -> {
            Found cluster = find(transaction.handle(), call);
            transaction
                    .handle()
                    .createUpdate("UPDATE cluster SET limits = :limits WHERE id = :id")
                    .bind("limits", call.body())
                    .bind("id", cluster.id())
                    .execute();
            notifier.clusterChanged(transaction, cluster.id());
            return ClusterLimits.of(call.body().over(cluster.usual()));
        });
    }

    private Found find(Handle handle, Call<?> call) {
        String id = call.path("clusterId"); // whatever the path has, also what is no id
        return handle.createQuery(
                        "SELECT id, kind, limits FROM cluster WHERE id = :id AND organization_id = :organizationId")
                .bind("id", id)
                .bind("organizationId", call.caller().orgId())
                .mapTo(Found.class)
                .findOne()
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about("cluster " + id));
    }
}
