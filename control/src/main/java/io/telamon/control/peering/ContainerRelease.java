package io.telamon.control.peering;

import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.time.Duration;
import java.util.Optional;

/** Notes that clusters which are gone use network containers no more. */
final class ContainerRelease implements TaskHandler {

    static final String TASK = "network-container";

    private final UnitsOfWork units;
    private final NetworkContainers containers;

    ContainerRelease(UnitsOfWork units, NetworkContainers containers) {
        this.units = units;
        this.containers = containers;
    }

    @Override
    public Optional<Duration> run(String subject) {
        Task task = new Task(TASK, subject);
        ProjectId projectId = new ProjectId(subject.substring(0, subject.indexOf(Task.SEPARATOR)));
        Optional<Task> done = units.inProject(projectId, unit -> {
            containers.release(unit, task.id());
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
}
