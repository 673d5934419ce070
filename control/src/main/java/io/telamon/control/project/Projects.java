package io.telamon.control.project;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Json;
import io.telamon.control.api.Scopes;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** The projects of this installation. */
public final class Projects implements Scopes {

    private static final int KEPT_IN_MEMORY = 50_000;

    private final Store store;
    private final Organizations organizations;
    private final ProjectTable table;
    private final LimitTable limits = new LimitTable();
    private final SharedCache<String, Project> byId;

    public Projects(Store store, Organizations organizations, Json json) {
        this.store = store;
        this.organizations = organizations;
        this.table = new ProjectTable(json);
        this.byId = store.cache(KEPT_IN_MEMORY);
    }

    @Override
    public Optional<String> organizationOfProject(String projectId) {
        return find(projectId).map(Project::organizationId);
    }

    @Override
    public boolean organizationExists(String organizationId) {
        return organizations.exists(organizationId);
    }

    @Override
    public boolean isFirstOrganization(String organizationId) {
        return organizations.isFirst(organizationId);
    }

    /** The project of an id. */
    public Optional<Project> find(String id) {
        return byId.get(id, absent -> store.read(handle -> table.find(handle, absent)));
    }

    /**
     * The project of an id.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public Project get(String id) {
        return find(id).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(id));
    }

    /**
     * Makes a project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}, {@link ErrorCode#GROUP_ALREADY_EXISTS}
     */
    public void create(Transaction transaction, Project project) {
        organizations.requireOpen(transaction, project.organizationId());
        if (!table.insert(transaction.handle(), project)) {
            throw ErrorCode.GROUP_ALREADY_EXISTS.about(project.name());
        }
    }

    /**
     * Keeps a project from being deleted before the transaction ends. Whatever is put into a project asks this first, in
     * the transaction that puts it there, or it might outlive the project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public void requireOpen(Transaction transaction, String projectId) {
        if (!table.lockShared(transaction, projectId)) {
            throw ErrorCode.GROUP_NOT_FOUND.about(projectId);
        }
    }

    /**
     * Keeps a project from being deleted, and lets others who reserve in it wait, before the transaction ends. Whatever a
     * limit bounds asks this first, in the transaction that adds it, so that what it then counts stays true.
     *
     * @return how many of it the project may have
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public long lockForLimit(Transaction transaction, String projectId, Limit limit) {
        if (!table.lockForLimit(transaction, projectId)) {
            throw ErrorCode.GROUP_NOT_FOUND.about(projectId);
        }
        return limits.find(transaction.handle(), projectId, limit)
                .or(limit::standard)
                .orElse(Long.MAX_VALUE);
    }

    /** Finds a project and keeps others from changing it, and from putting anything into it, meanwhile. */
    Project lock(Transaction transaction, String id) {
        return table.lock(transaction, id).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(id));
    }

    /** Changes a project, whose new name must be free in its organization, and returns it as it was. */
    Project update(Transaction transaction, Project seen, ProjectUpdate change) {
        String id = seen.id();
        // Whoever makes or renames a project needs the organization too, so the name stays free until the commit.
        if (change.name() != null) {
            organizations.lockForLimit(transaction, seen.organizationId());
        }
        Project before = lock(transaction, id);
        Project after = change.applied(before);
        requireNameFree(transaction, after);
        table.update(transaction.handle(), after);
        byId.dropAfter(transaction, id);
        return before;
    }

    private void requireNameFree(Transaction transaction, Project project) {
        table.findByName(transaction.handle(), project.organizationId(), project.name())
                .filter(other -> !other.id().equals(project.id()))
                .ifPresent(other -> {
                    throw ErrorCode.GROUP_ALREADY_EXISTS.about(project.name());
                });
    }

    /** Deletes a locked project. */
    void delete(Transaction transaction, String id) {
        table.delete(transaction.handle(), id);
        byId.dropAfter(transaction, id);
    }

    ProjectTable table() {
        return table;
    }
}
