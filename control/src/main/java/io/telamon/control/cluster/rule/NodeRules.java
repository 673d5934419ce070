package io.telamon.control.cluster.rule;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Shard;
import io.telamon.control.cluster.topology.Topology;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many nodes a shard has, of which type and where, as the schemas of the API describe it. */
final class NodeRules {

    private static final Set<Integer> ELECTABLE = Set.of(3, 5, 7);

    /** Nodes that a replica set has at most (MongoDB manual, "Replica Set Members"). */
    private static final int MOST_NODES = 50;

    private NodeRules() {}

    /**
     * Checks all shards.
     *
     * @throws ApiException {@link ErrorCode#INVALID_CLUSTER_CONFIGURATION} for a region that is there twice,
     *     {@link ErrorCode#INVALID_ATTRIBUTE} for a number of nodes or a priority,
     *     {@link ErrorCode#INSTANCE_SIZE_MUST_MATCH_IN_REGION_CONFIGS} for electable and read-only nodes of several sizes
     */
    static void check(Topology topology) {
        topology.shards().forEach(NodeRules::check);
    }

    private static void check(Shard shard) {
        Set<String> places = new HashSet<>();
        for (RegionNodes nodes : shard.regions()) {
            ErrorCode.INVALID_CLUSTER_CONFIGURATION.refuseIf(!places.add(nodes.provider() + " " + nodes.region()));
        }
        checkCounts(shard);
        checkPriorities(shard);
        long sizes = shard.regions().stream()
                .flatMap(nodes -> List.of(nodes.electable(), nodes.readOnly()).stream())
                .map(spec -> spec.instanceSize())
                .distinct()
                .count();
        ErrorCode.INSTANCE_SIZE_MUST_MATCH_IN_REGION_CONFIGS.refuseIf(sizes > 1);
    }

    private static void checkCounts(Shard shard) {
        shard.regions().stream().flatMap(RegionNodes::specs).forEach(spec -> {
            if (spec.nodeCount() < 0) {
                throw invalid("nodeCount", "nodeCount", "must be 0 or more");
            }
        });
        int electable = shard.regions().stream()
                .mapToInt(nodes -> nodes.electable().nodeCount())
                .sum();
        if (!ELECTABLE.contains(electable)) {
            throw invalid(
                    "number of electable nodes", "electableSpecs.nodeCount", "must be 3, 5 or 7 over all regions");
        }
        if (shard.nodes() > MOST_NODES) {
            throw invalid("nodeCount", "nodeCount", "must be at most " + MOST_NODES + " over all regions");
        }
    }

    /** The regions of electable nodes have 7 and the numbers below it, each once; the others 0. */
    private static void checkPriorities(Shard shard) {
        List<Integer> electing = shard.regions().stream()
                .filter(nodes -> nodes.electable().nodeCount() > 0)
                .map(RegionNodes::priority)
                .sorted(Comparator.reverseOrder())
                .toList();
        boolean descending = true;
        for (int i = 0; i < electing.size(); i++) {
            descending &= electing.get(i) == RegionNodes.HIGHEST_PRIORITY - i;
        }
        boolean othersHaveNone = shard.regions().stream()
                .filter(nodes -> nodes.electable().nodeCount() == 0)
                .allMatch(nodes -> nodes.priority() == 0);
        if (!descending || !othersHaveNone) {
            throw invalid(
                    "priority",
                    "priority",
                    "must be 7, 6 and so on for the regions with electable nodes, and 0 for others");
        }
    }

    private static ApiException invalid(String attribute, String field, String description) {
        return ErrorCode.INVALID_ATTRIBUTE.because(List.of(new Violation(field, description)), attribute);
    }
}
