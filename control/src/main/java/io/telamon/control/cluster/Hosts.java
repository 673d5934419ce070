package io.telamon.control.cluster;

import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * The names under which a cluster is reached, given to it when it is made and never changed.
 *
 * @param label the cluster's own label in its domain
 * @param hash the domain that holds the cluster's hosts, below the service's
 * @param shardLabel what the names of its hosts begin with
 * @param replicaSet name of its replica set
 * @param ports of its own, if it has some
 */
public record Hosts(
        @ColumnName("host_label") String label,
        @ColumnName("host_hash") String hash,
        String shardLabel,
        String replicaSet,
        @Nested MemberPorts ports) {

    /** The label of a member's host name, as recorded of flex clusters. */
    public String memberLabel(int member) {
        return shardLabel + MEMBER + member;
    }

    /** The label of the host name of a member's process, as recorded of dedicated clusters: it begins as the replica set does. */
    public String processLabel(int member) {
        return processLabel(memberLabel(member));
    }

    /** The label of the host name of the process behind a node whose public label is given. */
    public String processLabel(String nodeLabel) {
        int role = Math.max(nodeLabel.lastIndexOf("-shard-"), nodeLabel.lastIndexOf("-config-"));
        return replicaSet.substring(0, replicaSet.lastIndexOf("-shard-")) + nodeLabel.substring(role);
    }

    /** What stands between the {@link #shardLabel} and the number of a member. */
    public static final String MEMBER = "-shard-00-0";
}
