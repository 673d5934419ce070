package io.telamon.control.sample;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.DocumentLoader;
import io.telamon.control.module.ApiModule;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.Documents;
import io.telamon.control.work.UnitsOfWork;
import java.util.Map;
import java.util.function.Supplier;

/** The operations that load sample data into clusters of any kind. */
public final class SampleModule implements ApiModule {

    private final Documents<SampleLoad> loads = new Documents<>("sample-dataset-load", SampleLoad.class);
    private final UnitsOfWork units;
    private final Supplier<Pace> pace;
    private final ClusterQueries clusters;
    private final SampleLoader loader;

    /** The operations over the clusters of a store. */
    public SampleModule(UnitsOfWork units, Supplier<Pace> pace, ClusterQueries clusters, DocumentLoader loader) {
        this.units = units;
        this.pace = pace;
        this.clusters = clusters;
        this.loader = new SampleLoader(units, loads, clusters, loader);
    }

    @Override
    public void bind(Operations api) {
        api.serve("requestGroupSampleDatasetLoad", this::request);
        api.serve("getGroupSampleDatasetLoad", this::get);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(SampleLoader.TASK, loader);
    }

    private SampleLoadView request(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProjectShared();
            Cluster cluster = clusters.lock(unit, new ClusterKey(unit.projectId(), call.path("name")));
            SampleLoad load = SampleLoad.of(units.newId(), cluster, unit.now());
            loads.put(unit, load.id(), load);
            unit.append("SAMPLE_DATASET_LOAD_REQUESTED", Map.of("clusterName", cluster.name()));
            unit.schedule(
                    SampleLoader.task(unit.projectId(), load), pace.get().due(Pace.Step.LOAD_SAMPLE_DATA, unit.now()));
            return SampleLoadView.of(load);
        });
    }

    private SampleLoadView get(Call<NoContent> call) {
        String id = call.path("sampleDatasetId");
        return units.read(handle -> loads.find(handle, call.projectId(), id))
                .map(SampleLoadView::of)
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
    }
}
