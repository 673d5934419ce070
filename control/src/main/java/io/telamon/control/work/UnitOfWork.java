package io.telamon.control.work;

import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Transaction;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A change under way: its transaction, and what is written and told together with it. Not to be kept, nor shared by threads. */
public sealed class UnitOfWork permits ProjectUnitOfWork, OrganizationUnitOfWork {

    private final UnitsOfWork units;
    private final Transaction transaction;

    UnitOfWork(UnitsOfWork units, Transaction transaction) {
        this.units = units;
        this.transaction = transaction;
    }

    /** The transaction, for row locks. */
    public final Transaction transaction() {
        return transaction;
    }

    /** The connection that the transaction runs on. */
    public final Handle handle() {
        return transaction.handle();
    }

    /** The time now. */
    public final Instant now() {
        return units.now();
    }

    /** Writes an event. */
    public final void append(Event event) {
        units.events().append(transaction, event);
    }

    /** Schedules a task, or moves the one that its subject has. */
    public final void schedule(Task task, Due due) {
        units.tasks().schedule(transaction, task, due);
    }

    /** Schedules a task for a moment, or ends it where there is none. */
    public final void scheduleOrEnd(Task task, Optional<Instant> moment) {
        moment.ifPresentOrElse(at -> schedule(task, new Due.At(at)), () -> endTask(task));
    }

    /** The same change as one in a project, done by the service itself. */
    public final ProjectUnitOfWork inProject(ProjectId projectId, OrganizationId organizationId) {
        return new ProjectUnitOfWork(units, transaction, Optional.empty(), projectId, organizationId);
    }

    /** Makes a task due that is held, if its subject has one. */
    public final void release(Task task) {
        units.tasks().release(transaction, task);
    }

    /** Ends a task, if its subject has one. */
    public final void endTask(Task task) {
        units.tasks().end(transaction, task);
    }

    /** Tells the gateways of all nodes, after the commit, that a cluster ceases to exist or changes. */
    public final void notifyClusterChanged(ClusterId clusterId) {
        units.notifier().clusterChanged(transaction, clusterId);
    }

    /** Tells the other nodes, after the commit, that a cluster begins to exist, or that its private endpoints change. */
    public final void notifyPortsChanged(ClusterId clusterId) {
        units.notifier().portsChanged(transaction, clusterId);
    }

    /** Runs an action once the change is durable, before the caller is told so. It must be quick. */
    public final void afterCommit(Runnable action) {
        transaction.afterCommit(action);
    }

    final UnitsOfWork units() {
        return units;
    }
}
