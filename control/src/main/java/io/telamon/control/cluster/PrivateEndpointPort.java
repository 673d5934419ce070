package io.telamon.control.cluster;

import java.util.OptionalInt;

/**
 * Where a private endpoint leads into its cluster.
 *
 * @param ordinal tells the private endpoints of one cluster apart, from 0
 * @param port of its own, 1 to 65535, while it has one
 */
public record PrivateEndpointPort(int ordinal, OptionalInt port) {

    /** The label of its host name, beside that of the cluster. */
    public String label(Hosts hosts) {
        return hosts.label() + "-lb" + (ordinal == 0 ? "" : "-" + ordinal);
    }
}
