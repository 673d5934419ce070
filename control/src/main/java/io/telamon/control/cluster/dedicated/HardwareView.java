package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.VolumeType;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one type. The order of the attributes is the recorded one.
 *
 * @param diskIOPS not told of nodes at GCP (OpenAPI)
 * @param diskSizeGB only in versions that have it for each node
 */
@JsonPropertyOrder({"instanceSize", "diskIOPS", "diskSizeGB", "ebsVolumeType", "nodeCount"})
record HardwareView(
        String instanceSize,
        @Nullable Integer diskIOPS,
        @Nullable Double diskSizeGB,
        @Nullable VolumeType ebsVolumeType,
        int nodeCount) {

    static HardwareView of(Provider provider, NodeSpec spec, @Nullable Double diskGb) {
        return new HardwareView(
                spec.instanceSize(),
                provider == Provider.GCP ? null : spec.diskIops(),
                diskGb,
                spec.volumeType(),
                spec.nodeCount());
    }
}
