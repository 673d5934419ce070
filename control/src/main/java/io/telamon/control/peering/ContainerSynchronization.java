package io.telamon.control.peering;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Notes which network containers clusters use: those of the regions that they have nodes in, and none when they are gone. */
final class ContainerSynchronization implements TaskHandler {

    static final String TASK = "network-container";

    private final UnitsOfWork units;
    private final NetworkContainers containers;
    private final ClusterQueries clusters;

    ContainerSynchronization(UnitsOfWork units, NetworkContainers containers, ClusterQueries clusters) {
        this.units = units;
        this.containers = containers;
        this.clusters = clusters;
    }

    static Task task(Cluster cluster) {
        return new Task(
                TASK,
                cluster.projectId().value() + Task.SEPARATOR + cluster.id().value());
    }

    @Override
    public Optional<Duration> run(String subject) {
        Task task = new Task(TASK, subject);
        ProjectId projectId = new ProjectId(subject.substring(0, subject.indexOf(Task.SEPARATOR)));
        Optional<Task> done = units.inProject(projectId, unit -> {
            unit.lockProject();
            containers.synchronize(
                    unit,
                    clusters.byId(unit, new ClusterId(task.id()))
                            .map(ContainerSynchronization::regions)
                            .orElse(List.of()),
                    task.id());
            unit.endTask(task);
            return task;
        });
        if (done.isEmpty()) {
            units.write(unit -> {
                unit.endTask(task);
                return task;
            });
        }
        return Optional.empty();
    }

    private static List<RegionNodes> regions(Cluster cluster) {
        Topology topology = cluster.spec().topology();
        return topology == null
                ? List.of()
                : topology.regions().filter(region -> region.nodes() > 0).toList();
    }
}
