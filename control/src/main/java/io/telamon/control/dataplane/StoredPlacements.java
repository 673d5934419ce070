package io.telamon.control.dataplane;

import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.directory.Placements;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Remembers where clusters are in the store, so that every node finds them. */
public final class StoredPlacements implements Placements {

    private final Store store;

    /** Those of a store. */
    public StoredPlacements(Store store) {
        this.store = store;
    }

    @Override
    public Optional<String> of(ClusterId cluster) {
        return store.read(handle -> find(handle, cluster));
    }

    @Override
    public String keep(ClusterId cluster, String deployment) {
        return store.write(transaction -> {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO placement (cluster_id, deployment) VALUES (?, ?) ON CONFLICT (cluster_id) DO NOTHING",
                            cluster.value(),
                            deployment);
            return find(transaction.handle(), cluster).orElse(deployment);
        });
    }

    @Override
    public void forget(ClusterId cluster) {
        store.write(transaction ->
                transaction.handle().execute("DELETE FROM placement WHERE cluster_id = ?", cluster.value()));
    }

    private static Optional<String> find(Handle handle, ClusterId cluster) {
        return handle.select("SELECT deployment FROM placement WHERE cluster_id = ?", cluster.value())
                .mapTo(String.class)
                .findOne();
    }
}
