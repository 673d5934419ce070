package io.telamon.control.project;

import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.api.Scopes;
import io.telamon.control.limit.Limit;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.control.work.ScopeLocks;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/** The projects of this installation. */
public final class Projects implements Scopes, ScopeLocks {

    private static final int KEPT_IN_MEMORY = 50_000;

    private final Store store;
    private final Organizations organizations;
    private final SharedCache<ProjectId, Project> byId;

    public Projects(Store store, Organizations organizations) {
        this.store = store;
        this.organizations = organizations;
        this.byId = store.cache(KEPT_IN_MEMORY);
    }

    @Override
    public Optional<OrganizationId> organizationOfProject(ProjectId projectId) {
        return find(projectId).map(Project::organizationId);
    }

    @Override
    public boolean organizationExists(OrganizationId organizationId) {
        return organizations.exists(organizationId);
    }

    @Override
    public boolean isFirstOrganization(OrganizationId organizationId) {
        return organizations.isFirst(organizationId);
    }

    /** The organizations that own them. */
    public Organizations organizations() {
        return organizations;
    }

    /** The project of an id. */
    public Optional<Project> find(ProjectId id) {
        return byId.get(id, absent -> store.read(handle -> ProjectTable.find(handle, absent)));
    }

    /**
     * The project of an id.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public Project get(ProjectId id) {
        return find(id).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(id));
    }

    /**
     * Makes a project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}, {@link ErrorCode#GROUP_ALREADY_EXISTS}
     */
    public void create(Transaction transaction, Project project) {
        organizations.lockShared(transaction, project.organizationId());
        if (!ProjectTable.insert(transaction.handle(), project)) {
            throw ErrorCode.GROUP_ALREADY_EXISTS.about(project.name());
        }
    }

    @Override
    public void lockProjectShared(Transaction transaction, ProjectId projectId) {
        ErrorCode.GROUP_NOT_FOUND.refuseIf(!ProjectTable.lockShared(transaction, projectId), projectId);
    }

    @Override
    public void lockProject(Transaction transaction, ProjectId projectId) {
        ErrorCode.GROUP_NOT_FOUND.refuseIf(!ProjectTable.lockExclusive(transaction, projectId), projectId);
    }

    @Override
    public void lockOrganizationShared(Transaction transaction, OrganizationId organizationId) {
        organizations.lockShared(transaction, organizationId);
    }

    @Override
    public void lockOrganization(Transaction transaction, OrganizationId organizationId) {
        organizations.lockExclusive(transaction, organizationId);
    }

    @Override
    public long limitOf(Transaction transaction, ProjectId projectId, Limit limit) {
        return LimitTable.find(transaction.handle(), projectId, limit)
                .or(limit::standard)
                .orElse(Long.MAX_VALUE);
    }

    /** A page of the projects that a caller may see, of its organization. */
    public Page<Project> seenBy(Caller caller, PageRequest page) {
        ProjectFilter filter = ProjectFilter.seenBy(caller, "");
        return store.read(handle ->
                Page.of(page, ProjectTable.list(handle, filter, page), () -> ProjectTable.count(handle, filter)));
    }

    /** Finds a project and keeps others from changing it, and from putting anything into it, meanwhile. */
    Project lock(Transaction transaction, ProjectId id) {
        return ProjectTable.lock(transaction, id).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(id));
    }

    /** Changes a project, whose new name must be free in its organization, and returns it as it was. */
    Project update(Transaction transaction, Project seen, ProjectUpdate change) {
        ProjectId id = seen.id();
        // Whoever makes or renames a project needs the organization too, so the name stays free until the commit.
        if (change.name() != null) {
            organizations.lockExclusive(transaction, seen.organizationId());
        }
        Project before = lock(transaction, id);
        Project after = change.applied(before);
        requireNameFree(transaction, after);
        ProjectTable.update(transaction.handle(), after);
        byId.dropAfter(transaction, id);
        return before;
    }

    private void requireNameFree(Transaction transaction, Project project) {
        ProjectTable.findByName(transaction.handle(), project.organizationId(), project.name())
                .filter(other -> !other.id().equals(project.id()))
                .ifPresent(other -> {
                    throw ErrorCode.GROUP_ALREADY_EXISTS.about(project.name());
                });
    }

    /** Deletes a locked project. */
    void delete(Transaction transaction, ProjectId id) {
        ProjectTable.delete(transaction.handle(), id);
        byId.dropAfter(transaction, id);
    }
}
