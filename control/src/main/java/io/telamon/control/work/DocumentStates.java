package io.telamon.control.work;

import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.gateway.model.ProjectId;
import java.time.Duration;
import java.util.Optional;

/**
 * Moves documents of one kind from state to state, each by a task of its own.
 *
 * @param <T> a record that is {@link io.telamon.control.store.StoredAsJson}
 */
public final class DocumentStates<T> implements TaskHandler {

    private final UnitsOfWork units;
    private final Documents<T> documents;
    private final String taskKind;
    private final States<T> states;

    /** The states of a kind of document. */
    public interface States<T> {

        /** When the state that a document has just got is over; nothing for one that lasts. */
        Optional<Due> due(T document);

        /** The document in the state that follows; nothing when it ceases to exist. */
        Optional<T> next(ProjectUnitOfWork unit, T document);
    }

    /**
     * The documents of a kind in their states.
     *
     * @param taskKind the kind of task that moves them; no other tasks have it
     */
    public DocumentStates(UnitsOfWork units, Documents<T> documents, String taskKind, States<T> states) {
        this.units = units;
        this.documents = documents;
        this.taskKind = taskKind;
        this.states = states;
    }

    /**
     * Writes a document that has got a state, and has it moved on when that is over. The project must be locked.
     *
     * @return the document in the first state that lasts longer than the change
     */
    public T enter(ProjectUnitOfWork unit, String id, T document) {
        Optional<Due> due = states.due(document);
        if (due.isPresent() && due.get() instanceof Due.AtOnce) {
            return moveOn(unit, id, document);
        }
        documents.put(unit, id, document);
        due.ifPresentOrElse(when -> unit.schedule(task(unit.projectId(), id), when), () -> end(unit, id));
        return document;
    }

    /** Ends the task of a document that is deleted or has nothing before it. */
    public void end(ProjectUnitOfWork unit, String id) {
        unit.endTask(task(unit.projectId(), id));
    }

    /** The kind of its tasks. */
    public String taskKind() {
        return taskKind;
    }

    @Override
    public Optional<Duration> run(String subject) {
        ProjectId projectId = new ProjectId(subject.substring(0, subject.indexOf(Task.SEPARATOR)));
        String id = new Task(taskKind, subject).id();
        Optional<String> moved = units.inProject(projectId, unit -> {
            unit.lockProject();
            documents
                    .find(unit.handle(), projectId, id)
                    .ifPresentOrElse(document -> moveOn(unit, id, document), () -> end(unit, id));
            return id;
        });
        if (moved.isEmpty()) {
            units.write(unit -> {
                unit.endTask(task(projectId, id));
                return id;
            });
        }
        return Optional.empty();
    }

    private T moveOn(ProjectUnitOfWork unit, String id, T document) {
        Optional<T> next = states.next(unit, document);
        if (next.isPresent()) {
            return enter(unit, id, next.get());
        }
        documents.delete(unit, id);
        end(unit, id);
        return document;
    }

    private Task task(ProjectId projectId, String id) {
        return new Task(taskKind, projectId.value() + Task.SEPARATOR + id);
    }
}
