package io.telamon.control.work;

import io.telamon.control.api.Call;
import io.telamon.control.event.Event;
import io.telamon.control.limit.Limit;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.Map;
import java.util.Optional;

/** A change in one project. */
public final class ProjectUnitOfWork extends UnitOfWork {

    private final Optional<Call<?>> call;
    private final ProjectId projectId;
    private final OrganizationId organizationId;

    ProjectUnitOfWork(
            UnitsOfWork units,
            Transaction transaction,
            Optional<Call<?>> call,
            ProjectId projectId,
            OrganizationId organizationId) {
        super(units, transaction);
        this.call = call;
        this.projectId = projectId;
        this.organizationId = organizationId;
    }

    /** The project. */
    public ProjectId projectId() {
        return projectId;
    }

    /** The organization that owns the project. */
    public OrganizationId organizationId() {
        return organizationId;
    }

    /**
     * Keeps the project from being deleted before the change is committed. Whatever is put into a project needs this.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    public void lockProjectShared() {
        units().scopes().lockProjectShared(transaction(), projectId);
    }

    /**
     * Keeps the project from being deleted, and other changes that lock it waiting, before this one is committed.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    public void lockProject() {
        units().scopes().lockProject(transaction(), projectId);
    }

    /**
     * Locks the project as {@link #lockProject} does, so that what is counted afterwards stays true.
     *
     * @return how many of it the project may have
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    public long lockProjectForLimit(Limit limit) {
        lockProject();
        return units().scopes().limitOf(transaction(), projectId, limit);
    }

    /** Writes an event of the project, done by the caller, or by the service itself. */
    public void append(String type) {
        append(type, Map.of());
    }

    /**
     * Writes an event of the project, done by the caller, or by the service itself.
     *
     * @param about what it happened to, by the attribute that shows it, for example {@code roleName}
     */
    public void append(String type, Map<String, String> about) {
        Event event = call.map(asked -> Event.inProject(projectId, organizationId, asked, type))
                .orElseGet(() -> Event.bySystem(projectId, organizationId, type));
        append(event.about(about));
    }

    /** Tells the gateways of all nodes, after the commit, that database users or custom roles of the project change. */
    public void notifyUsersChanged() {
        units().notifier().usersChanged(transaction(), projectId);
    }

    /** Tells the gateways of all nodes, after the commit, that something changes which all clusters of the project share. */
    public void notifyClustersChanged() {
        units().notifier().clustersChanged(transaction(), projectId);
    }

    /** Tells the gateways of all nodes, after the commit, that the access list of the project changes. */
    public void notifyAccessListChanged() {
        units().notifier().accessListChanged(transaction(), projectId);
    }
}
