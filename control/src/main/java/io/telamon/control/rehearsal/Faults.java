package io.telamon.control.rehearsal;

import io.telamon.control.api.Json;
import io.telamon.control.store.Ids;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The faults that testers have set, the same for all nodes. */
public final class Faults {

    private static final String ALL = "all";

    private final Store store;
    private final Json json;
    private final Ids ids;
    private final SharedCache<String, List<Fault>> active;

    public Faults(Store store, Json json, Ids ids) {
        this.store = store;
        this.json = json;
        this.ids = ids;
        this.active = store.cache(1);
    }

    /** Whether a fault keeps the cluster in its state. */
    public boolean holds(String projectId, String clusterName, String stateName) {
        return active().stream().anyMatch(fault -> fault.holds(projectId, clusterName, stateName));
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

    FaultView add(FaultDefinition definition) {
        String id = ids.next();
        return store.write(transaction -> {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO fault (id, definition, remaining) VALUES (?, ?, ?)",
                            id,
                            json.text(definition),
                            definition.count());
            active.dropAfter(transaction, ALL);
            return new FaultView(id, definition, definition.count());
        });
    }

    /** Ends a fault, and says whether there was one. */
    boolean remove(String id) {
        return store.write(transaction -> {
            active.dropAfter(transaction, ALL);
            return transaction.handle().execute("DELETE FROM fault WHERE id = ?", id) == 1;
        });
    }

    void removeAll() {
        store.write(transaction -> {
            active.dropAfter(transaction, ALL);
            return transaction.handle().execute("DELETE FROM fault");
        });
    }

    List<FaultView> list() {
        return store.read(handle -> handle.createQuery("SELECT id, definition, remaining FROM fault ORDER BY id")
                .map((row, context) -> {
                    int remaining = row.getInt(3);
                    return new FaultView(
                            row.getString(1),
                            json.value(row.getString(2), FaultDefinition.class),
                            row.wasNull() ? null : remaining);
                })
                .list());
    }

    private List<Fault> read(Handle handle) {
        return handle.createQuery("SELECT id, definition FROM fault ORDER BY id")
                .map((row, context) -> Fault.of(row.getString(1), json.value(row.getString(2), FaultDefinition.class)))
                .list();
    }
}
