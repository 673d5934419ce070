package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.Optional;

/** How many zones and shards a cluster has by its type, and what types it may change between. */
final class TypeRules {

    /** Shards that a cluster has at most (OpenAPI, {@code numShards}). */
    private static final int MOST_SHARDS = 50;

    private TypeRules() {}

    /**
     * Checks a topology.
     *
     * @param before that of the cluster now, if there is one
     * @throws io.telamon.control.api.ApiException the code of the first rule that is broken
     */
    static void check(Optional<Topology> before, Topology after) {
        before.ifPresent(known -> checkChange(known, after));
        int shards = after.shards().size();
        ErrorCode.CLUSTER_NUM_SHARDS_INVALID.refuseIf(shards > MOST_SHARDS, MOST_SHARDS);
        switch (after.type()) {
            case REPLICASET -> ErrorCode.REPLICATION_SPECS_INVALID.refuseIf(shards != 1);
            case SHARDED ->
                ErrorCode.REPLICATION_SPECS_INVALID.refuseIf(after.zones().size() != 1);
            case GEOSHARDED -> checkZones(after);
        }
    }

    private static void checkChange(Topology before, Topology after) {
        if (before.type() == after.type()) {
            return;
        }
        ErrorCode.SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET.refuseIf(after.type() == ClusterType.REPLICASET);
        ErrorCode.CANNOT_CHANGE_GEOSHARDED_CLUSTER_TYPE.refuseIf(
                before.type() == ClusterType.GEOSHARDED || after.type() == ClusterType.GEOSHARDED);
        ErrorCode.INVALID_CLUSTER_CONFIGURATION.refuseIf(after.shards().size() > 1);
    }

    /** Each zone has its primaries in a region of its own. */
    private static void checkZones(Topology after) {
        long places = after.zones().stream().map(Zone::primaryRegion).distinct().count();
        ErrorCode.INVALID_CLUSTER_CONFIGURATION.refuseIf(places < after.zones().size());
    }
}
