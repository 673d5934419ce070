package io.telamon.gateway.model;

import java.util.List;
import java.util.Objects;

/**
 * The replica set that clients of a cluster see, and the member that one of them has reached. All members are the same cluster.
 *
 * @param hosts its members, 1 to 50; the first is the primary, the others are secondaries
 * @param self the position of the member that was reached
 */
public record Membership(List<HostAddress> hosts, int self) {

    /** Keeps a copy of the hosts. */
    public Membership {
        hosts = List.copyOf(hosts);
        Objects.checkIndex(self, hosts.size());
    }

    /** A replica set of one. */
    public static Membership alone(HostAddress host) {
        return new Membership(List.of(host), 0);
    }

    /** How many members there are. */
    public int size() {
        return hosts.size();
    }

    /** Whether the primary was reached. */
    public boolean isPrimary() {
        return self == 0;
    }

    /** The address of the member that was reached. */
    public HostAddress me() {
        return hosts.get(self);
    }

    /** The address of the primary. */
    public HostAddress primary() {
        return hosts.getFirst();
    }
}
