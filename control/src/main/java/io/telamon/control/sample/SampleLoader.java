package io.telamon.control.sample;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.DocumentLoader;
import io.telamon.control.cluster.DocumentsRefusedException;
import io.telamon.control.sample.data.SampleData;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.Documents;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.time.Duration;
import java.util.Optional;

/** Loads sample data, one batch after the other. What was loaded before a crash is left as it is. */
final class SampleLoader implements TaskHandler {

    static final String TASK = "sample-dataset-load";

    private static final Duration NEXT_BATCH = Duration.ofMillis(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SampleData data = new SampleData();
    private final UnitsOfWork units;
    private final Documents<SampleLoad> loads;
    private final ClusterQueries clusters;
    private final DocumentLoader loader;

    SampleLoader(UnitsOfWork units, Documents<SampleLoad> loads, ClusterQueries clusters, DocumentLoader loader) {
        this.units = units;
        this.loads = loads;
        this.clusters = clusters;
        this.loader = loader;
    }

    static Task task(ProjectId projectId, SampleLoad load) {
        return new Task(TASK, projectId.value() + Task.SEPARATOR + load.id());
    }

    @Override
    public Optional<Duration> run(String subject) {
        ProjectId projectId = new ProjectId(subject.substring(0, subject.indexOf(Task.SEPARATOR)));
        String id = new Task(TASK, subject).id();
        Optional<SampleLoad> load =
                units.read(handle -> loads.find(handle, projectId, id)).filter(SampleLoad::working);
        if (load.isEmpty()) {
            units.write(unit -> {
                unit.endTask(new Task(TASK, subject));
                return id;
            });
            return Optional.empty();
        }
        return goOn(projectId, load.get());
    }

    private Optional<Duration> goOn(ProjectId projectId, SampleLoad load) {
        Optional<Cluster> cluster = clusters.find(new ClusterKey(projectId, load.clusterName()))
                .filter(found -> found.id().equals(load.clusterId()));
        return switch (cluster.map(Cluster::state).orElseGet(ClusterState.Deleting::new)) {
            case ClusterState.Creating creating -> Optional.of(LOOK_AGAIN);
            case ClusterState.Repairing repairing -> Optional.of(LOOK_AGAIN);
            case ClusterState.Deleting deleting -> end(projectId, load.failed("The cluster is being deleted."));
            case ClusterState.Idle idle -> loadNext(projectId, load);
            case ClusterState.Updating updating -> loadNext(projectId, load);
        };
    }

    private Optional<Duration> loadNext(ProjectId projectId, SampleLoad load) {
        Optional<SampleBatch> batch = SampleBatch.after(load.done(), data);
        if (batch.isEmpty()) {
            return end(projectId, load.completed(units.now()));
        }
        try {
            load(load, batch.get());
        } catch (DocumentsRefusedException e) {
            return end(projectId, load.failed(e.reason()));
        }
        put(projectId, load.loaded(batch.get().documents().size()));
        return Optional.of(NEXT_BATCH);
    }

    private void load(SampleLoad load, SampleBatch batch) {
        loader.insert(
                load.clusterId(),
                batch.collection().database(),
                batch.collection().name(),
                batch.documents());
    }

    private Optional<Duration> end(ProjectId projectId, SampleLoad load) {
        put(projectId, load);
        return Optional.empty();
    }

    /** Writes how far it is, unless the project is gone meanwhile. */
    private void put(ProjectId projectId, SampleLoad load) {
        units.inProject(projectId, unit -> {
            unit.lockProjectShared();
            loads.put(unit, load.id(), load);
            if (!load.working()) {
                unit.endTask(task(projectId, load));
            }
            return load;
        });
    }
}
