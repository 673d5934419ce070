package io.telamon.control.monitoring;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.MemberAddress;

/**
 * The process of a member of a cluster.
 *
 * @param member its position, 0 for the primary
 */
public record MonitoredProcess(Cluster cluster, int member, MemberAddress address) {

    /** Host name and port, as the API names a process. */
    public String id() {
        return address.name() + ":" + address.advertised().port();
    }

    /** Whether drivers send their writes there. */
    public boolean isPrimary() {
        return member == 0;
    }

    String typeName() {
        return isPrimary() ? "REPLICA_PRIMARY" : "REPLICA_SECONDARY";
    }

    /** Its path in the API. */
    String path() {
        return "/groups/" + cluster.projectId() + "/processes/" + id();
    }
}
