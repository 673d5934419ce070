package io.telamon.control.monitoring;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.MemberAddress;

/**
 * The process of a member of a cluster.
 *
 * @param member its position, 0 for the primary
 */
record MonitoredProcess(Cluster cluster, int member, MemberAddress address) {

    /** Host name and port, as the API names a process. */
    String id() {
        return address.name() + ":" + address.advertised().port();
    }

    boolean isPrimary() {
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
