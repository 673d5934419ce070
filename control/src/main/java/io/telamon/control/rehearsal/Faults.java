package io.telamon.control.rehearsal;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Json;
import io.telamon.control.api.Scopes;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
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
    private final Json json;
    private final ObjectIdGenerator ids;
    private final Scopes scopes;
    private final SharedCache<String, List<Fault>> active;

    public Faults(Store store, Json json, ObjectIdGenerator ids, Scopes scopes) {
        this.store = store;
        this.json = json;
        this.ids = ids;
        this.scopes = scopes;
        this.active = store.cache(1);
    }

    /** Whether a fault keeps the cluster in its state. */
    public boolean holds(String projectId, String clusterName, String stateName) {
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
                                .execute(
                                        "UPDATE fault SET remaining = remaining - 1 WHERE id = ? AND remaining > 0",
                                        fault.id()))
                        == 1;
    }

    FaultView add(Caller owner, FaultDefinition definition) {
        String id = ids.next();
        return store.write(transaction -> {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO fault (id, definition, remaining, organization_id) VALUES (?, ?, ?, ?)",
                            id,
                            json.text(definition),
                            definition.count(),
                            limitOf(owner).orElse(null));
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
        return store.read(handle -> among(
                        owner, "TRUE", handle::createQuery, "SELECT id, definition, remaining FROM fault")
                .map((row, context) -> {
                    int remaining = row.getInt(3);
                    return new FaultView(
                            row.getString(1),
                            json.value(row.getString(2), FaultDefinition.class),
                            row.wasNull() ? null : remaining);
                })
                .stream()
                .sorted(Comparator.comparing(FaultView::id))
                .toList());
    }

    /** A statement over the faults that fit the condition and are the caller's. */
    private <S extends SqlStatement<S>> S among(
            Caller owner, String condition, Function<String, S> statement, String begin) {
        Optional<String> limit = limitOf(owner);
        String where = " WHERE " + condition + (limit.isPresent() ? " AND organization_id = :owner" : "");
        S made = statement.apply(begin + where);
        limit.ifPresent(organizationId -> made.bind("owner", organizationId));
        return made;
    }

    /** The organization that faults of the caller are limited to. */
    private Optional<String> limitOf(Caller owner) {
        return scopes.isFirstOrganization(owner.orgId()) ? Optional.empty() : Optional.of(owner.orgId());
    }

    private List<Fault> read(Handle handle) {
        return handle.createQuery("SELECT id, definition, organization_id FROM fault ORDER BY id")
                .map((row, context) -> Fault.of(
                        row.getString(1),
                        Optional.ofNullable(row.getString(3)),
                        json.value(row.getString(2), FaultDefinition.class)))
                .list();
    }
}
