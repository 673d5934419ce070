package io.telamon.control.cluster.dedicated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replication spec of a new cluster: a zone or a shard, by version. */
interface SpecRequest {

    /** At least one. */
    List<RegionRequest> regionConfigs();

    @Nullable
    String zoneName();

    /** How many shards it describes. */
    int shards();
}
