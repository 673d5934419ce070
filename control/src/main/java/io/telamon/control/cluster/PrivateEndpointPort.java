package io.telamon.control.cluster;

/**
 * Where a private endpoint leads into its cluster.
 *
 * @param ordinal tells the private endpoints of one cluster apart, from 0
 * @param port of its own, 0 when it has none
 */
public record PrivateEndpointPort(int ordinal, int port) {

    /** The label of its host name, beside that of the cluster. */
    public String label(Hosts hosts) {
        return hosts.label() + "-lb" + (ordinal == 0 ? "" : "-" + ordinal);
    }
}
