package io.telamon.control.cluster.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first labels of the host names of a topology's nodes, in the order in which connection strings name them, as recorded. */
public final class NodeList {

    private NodeList() {}

    /**
     * The labels of all nodes.
     *
     * @param label the cluster's own
     * @param embedded whether the first shard keeps the configuration of a sharded cluster, and is named after that
     */
    public static List<String> of(Topology topology, String label, boolean embedded) {
        List<String> labels = new ArrayList<>();
        List<Shard> shards = topology.shards();
        boolean configures = embedded && topology.type() != ClusterType.REPLICASET;
        for (int i = 0; i < shards.size(); i++) {
            boolean isConfig = configures && i == 0;
            int number = configures && i > 0 ? i - 1 : i;
            for (int node = 0; node < shards.get(i).nodes(); node++) {
                labels.add(String.format(
                        Locale.ROOT, "%s-%s-%02d-%02d", label, isConfig ? "config" : "shard", number, node));
            }
        }
        return labels;
    }
}
