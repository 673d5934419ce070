package io.telamon.control.rehearsal;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Scopes;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ProjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The faults that testers have set, the same for all nodes. Those of the first organization hit everybody; those of another
 * one hit its own callers and clusters only.
 */
public final class Faults {

    private static final String ALL = "all";

    private final Store store;
    private final ObjectIdGenerator ids;
    private final Scopes scopes;
    private final SharedCache<String, List<Fault>> active;

    public Faults(Store store, ObjectIdGenerator ids, Scopes scopes) {
        this.store = store;
        this.ids = ids;
        this.scopes = scopes;
        this.active = store.cache(1);
    }

    /** Whether a fault keeps the cluster in its state. */
    public boolean holds(ProjectId projectId, String clusterName, String stateName) {
        return active().stream()
                .anyMatch(fault -> fault.holds(projectId, clusterName, stateName)
                        && fault.concerns(scopes.organizationOfProject(projectId)));
    }

    List<Fault> active() {
        return active.get(ALL, key -> Optional.of(store.read(this::read))).orElseThrow();
    }

    /** Counts a hit, and says whether the fault had one left. */
    boolean spend(Fault fault) {
        return !fault.counted()
                || store.write(transaction -> transaction
                                .handle()
                                .createUpdate(
                                        "UPDATE fault SET remaining = remaining - 1 WHERE id = :id AND remaining > 0")
                                .bind("id", fault.id())
                                .execute())
                        == 1;
    }

    FaultView add(Caller owner, FaultDefinition definition) {
        String id = ids.next();
        return store.write(transaction -> {
            transaction
                    .handle()
                    .createUpdate("INSERT INTO fault (id, definition, remaining, organization_id)"
                            + " VALUES (:id, :definition, :remaining, :organizationId)")
                    .bind("id", id)
                    .bind("definition", definition)
                    .bind("remaining", definition.count())
                    .bind("organizationId", limitOf(owner))
                    .execute();
            active.dropAfter(transaction, ALL);
            return new FaultView(id, definition, definition.count());
        });
    }

    /** Ends a fault, and says whether there was one that the caller may end. */
    boolean remove(Caller owner, String id) {
        return store.write(transaction -> {
            active.dropAfter(transaction, ALL);
            return among(owner, "id = :id", transaction.handle()::createUpdate, "DELETE FROM fault")
                            .bind("id", id)
                            .execute()
                    == 1;
        });
    }

    /** Ends those that the caller may end. */
    void removeAll(Caller owner) {
        store.write(transaction -> {
            active.dropAfter(transaction, ALL);
            return among(owner, "TRUE", transaction.handle()::createUpdate, "DELETE FROM fault")
                    .execute();
        });
    }

    /** Those that the caller may see. */
    List<FaultView> list(Caller owner) {
        return store.read(
                handle -> among(owner, "TRUE", handle::createQuery, "SELECT id, definition, remaining FROM fault")
                        .mapTo(FaultView.class)
                        .stream()
                        .sorted(Comparator.comparing(FaultView::id))
                        .toList());
    }

    /** A statement over the faults that fit the condition and are the caller's. */
    private <S extends SqlStatement<S>> S among(
            Caller owner, String condition, Function<String, S> statement, String begin) {
        Optional<OrganizationId> limit = limitOf(owner);
        String where = " WHERE " + condition + (limit.isPresent() ? " AND organization_id = :owner" : "");
        S made = statement.apply(begin + where);
        limit.ifPresent(organizationId -> made.bind("owner", organizationId));
        return made;
    }

    /** The organization that faults of the caller are limited to. */
    private Optional<OrganizationId> limitOf(Caller owner) {
        return scopes.isFirstOrganization(owner.orgId()) ? Optional.empty() : Optional.of(owner.orgId());
    }

    private record Row(String id, FaultDefinition definition, Optional<OrganizationId> organizationId) {}

    private List<Fault> read(Handle handle) {
        return handle.createQuery("SELECT id, definition, organization_id FROM fault ORDER BY id")
                .mapTo(Row.class)
                .map(row -> Fault.of(row.id(), row.organizationId(), row.definition()))
                .list();
    }
}
