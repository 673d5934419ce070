package io.telamon.control.sample;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.store.StoredAsJson;
import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The loading of sample data into a cluster.
 *
 * @param cluster the id of the cluster, whose name another one may have later
 * @param done how many documents have been loaded
 * @param completed when the last one was
 * @param error why it failed
 */
@StoredAsJson
record SampleLoad(
        String id,
        String cluster,
        String clusterName,
        State state,
        int done,
        Instant created,
        @Nullable Instant completed,
        @Nullable String error) {

    /** How far it is. */
    enum State {
        WORKING,
        FAILED,
        COMPLETED
    }

    /** One that begins. */
    static SampleLoad of(String id, Cluster cluster, Instant now) {
        return new SampleLoad(id, cluster.id().value(), cluster.name(), State.WORKING, 0, now, null, null);
    }

    ClusterId clusterId() {
        return new ClusterId(cluster);
    }

    boolean working() {
        return state == State.WORKING;
    }

    SampleLoad loaded(int more) {
        return new SampleLoad(id, cluster, clusterName, state, done + more, created, null, null);
    }

    SampleLoad completed(Instant now) {
        return new SampleLoad(id, cluster, clusterName, State.COMPLETED, done, created, now, null);
    }

    SampleLoad failed(String why) {
        return new SampleLoad(id, cluster, clusterName, State.FAILED, done, created, null, why);
    }
}
