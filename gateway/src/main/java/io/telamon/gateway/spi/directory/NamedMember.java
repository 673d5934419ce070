package io.telamon.gateway.spi.directory;

import java.util.List;

/**
 * A member of a cluster that has been found by its host name.
 *
 * @param tenant the cluster
 * @param hosts the host names of all members, the primary's first
 * @param member the position of this one among them
 */
public record NamedMember(Tenant tenant, List<String> hosts, int member) {

    /** Keeps a copy of the names. */
    public NamedMember {
        hosts = List.copyOf(hosts);
    }

    /** The only member of a cluster. */
    public static NamedMember alone(Tenant tenant, String host) {
        return new NamedMember(tenant, List.of(host), 0);
    }
}
