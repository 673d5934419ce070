package io.telamon.control.work;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.event.EventLog;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.task.Tasks;
import io.telamon.gateway.model.ProjectId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Runs reads and changes. A change, its events, its notifications and its next task are written in one transaction, before
 * the answer leaves, or not at all. Safe for use by many threads.
 */
public final class UnitsOfWork {

    private final Store store;
    private final Clock clock;
    private final EventLog events;
    private final ChangeNotifier notifier;
    private final ScopeLocks scopes;
    private final Tasks tasks;
    private final ObjectIdGenerator ids;

    /** Units of work over a store. */
    public UnitsOfWork(Store store, Clock clock, EventLog events, ChangeNotifier notifier, ScopeLocks scopes) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.notifier = notifier;
        this.scopes = scopes;
        this.tasks = new Tasks(clock);
        this.ids = new ObjectIdGenerator(clock);
    }

    /**
     * Reads in one snapshot.
     *
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    public <T> T read(Function<Handle, T> query) {
        return store.read(query);
    }

    /**
     * Changes something in the project that the path of the call names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}, and what the change refuses
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    public <T> T inProject(Call<?> call, Function<ProjectUnitOfWork, T> change) {
        OrganizationId organizationId = organizationOf(call);
        return store.write(transaction -> change.apply(
                new ProjectUnitOfWork(this, transaction, Optional.of(call), call.projectId(), organizationId)));
    }

    /**
     * The id of the organization that owns the project that the path of the call names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public OrganizationId organizationOf(Call<?> call) {
        return scopes.organizationOfProject(call.projectId())
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(call.projectId()));
    }

    /**
     * Changes something in a project by the service itself.
     *
     * @return nothing, with nothing changed, when there is no such project
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    public <T> Optional<T> inProject(ProjectId projectId, Function<ProjectUnitOfWork, T> change) {
        return scopes.organizationOfProject(projectId)
                .map(organizationId -> store.write(transaction -> change.apply(
                        new ProjectUnitOfWork(this, transaction, Optional.empty(), projectId, organizationId))));
    }

    /**
     * Changes something in the organization that the path of the call names.
     *
     * @throws io.telamon.control.api.ApiException what the change refuses
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    public <T> T inOrganization(Call<?> call, Function<OrganizationUnitOfWork, T> change) {
        return store.write(transaction -> change.apply(new OrganizationUnitOfWork(this, transaction, call)));
    }

    /**
     * Changes something that is in no project or organization, or in several.
     *
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    public <T> T write(Function<UnitOfWork, T> change) {
        return store.write(transaction -> change.apply(new UnitOfWork(this, transaction)));
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /** A new id: 24 hexadecimal digits, which no other resource has. */
    public String newId() {
        return ids.next();
    }

    /** The store, for caches. */
    public Store store() {
        return store;
    }

    /** The table of tasks. */
    public Tasks tasks() {
        return tasks;
    }

    EventLog events() {
        return events;
    }

    ChangeNotifier notifier() {
        return notifier;
    }

    ScopeLocks scopes() {
        return scopes;
    }
}
