package io.telamon.control.cluster.dedicated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replication spec that a client sends: a zone or a shard, by version. */
interface SpecRequest {

    /** That of a zone or shard which there is. */
    @Nullable
    String id();

    /** At least one. */
    List<RegionRequest> regionConfigs();

    @Nullable
    String zoneName();

    /** How many shards it describes; as many as before or 1 where it does not say. */
    @Nullable
    Integer numShards();
}
