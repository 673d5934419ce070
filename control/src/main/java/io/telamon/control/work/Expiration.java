package io.telamon.control.work;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.gateway.model.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Removes resources of one kind at the moments that clients set, by one task for each project. */
public final class Expiration implements TaskHandler {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final UnitsOfWork units;
    private final String taskKind;
    private final Resources resources;

    /** The resources. */
    public interface Resources {

        /** The moment at which the next resource of the project expires, or nothing when none does. */
        Optional<Instant> nextExpiry(Handle handle, ProjectId projectId);

        /** Removes those of the unit's project that expire no later than now. */
        void removeExpired(ProjectUnitOfWork unit, Instant now);
    }

    /**
     * The expiration of some resources.
     *
     * @param taskKind the kind of task that removes them; no other tasks have it
     */
    public Expiration(UnitsOfWork units, String taskKind, Resources resources) {
        this.units = units;
        this.taskKind = taskKind;
        this.resources = resources;
    }

    /**
     * The moment that a client sets.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ATTRIBUTE} when it is past or more than 7 days off
     */
    public Optional<Instant> checked(@Nullable Instant deleteAfterDate) {
        Instant now = units.now();
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(
                deleteAfterDate != null
                        && (!deleteAfterDate.isAfter(now) || deleteAfterDate.isAfter(now.plus(LONGEST))),
                "deleteAfterDate");
        return Optional.ofNullable(deleteAfterDate);
    }

    /** Schedules the task of the project anew, which must be locked, after moments have changed. */
    public void reschedule(ProjectUnitOfWork unit) {
        unit.scheduleOrEnd(task(unit.projectId()), resources.nextExpiry(unit.handle(), unit.projectId()));
    }

    /** Ends the task of a project that is deleted. */
    public void end(ProjectUnitOfWork unit) {
        unit.endTask(task(unit.projectId()));
    }

    /** The kind of its tasks. */
    public String taskKind() {
        return taskKind;
    }

    @Override
    public Optional<Duration> run(String subject) {
        ProjectId projectId = new ProjectId(subject);
        Optional<ProjectId> done = units.inProject(projectId, unit -> {
            unit.lockProject();
            resources.removeExpired(unit, unit.now());
            reschedule(unit);
            return projectId;
        });
        if (done.isEmpty()) {
            units.write(unit -> {
                unit.endTask(task(projectId));
                return projectId;
            });
        }
        return Optional.empty();
    }

    private Task task(ProjectId projectId) {
        return new Task(taskKind, projectId.value());
    }
}
