package io.telamon.control.dataplane;

import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.gateway.model.HostAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** The only place that knows which hosts and ports clients are told for a cluster, in connection strings and by DNS. */
final class ClusterAddresses {

    private static final String PLAIN = "/?tls=false";

    private final Address address;

    /** Those of clusters that are reached there. */
    ClusterAddresses(Address address) {
        this.address = address;
    }

    /** The connection strings of a cluster, or nothing when it has neither a port nor a share of one. */
    Optional<ConnectionStrings> of(Hosts hosts) {
        return member(hosts)
                .map(member -> new ConnectionStrings(
                        standard(member, hosts, hosts.port().isEmpty() || address.isTls()), srv(hosts.label(), hosts)));
    }

    /** The connection string of a private endpoint, or nothing while it has no port. */
    Optional<String> of(Hosts hosts, PrivateEndpointPort endpoint) {
        return boxed(endpoint.port())
                .map(port -> address.resolves()
                        ? "mongodb+srv://" + name(endpoint.label(hosts), hosts) + (address.isTls() ? "" : PLAIN)
                        : standard(new HostAddress(address.host(), port), hosts, address.isTls()));
    }

    /** The port that a cluster's SRV record names: the shared one where there is one. */
    OptionalInt servicePort(OptionalInt own) {
        OptionalInt shared =
                address.shared().stream().mapToInt(Address.Shared::port).findFirst();
        return shared.isPresent() ? shared : own;
    }

    private Optional<HostAddress> member(Hosts hosts) {
        return boxed(hosts.port())
                .map(port -> new HostAddress(address.host(), port))
                .or(() -> address.shared().map(shared -> new HostAddress(name(hosts.label(), hosts), shared.port())));
    }

    private String name(String label, Hosts hosts) {
        return label + "." + hosts.hash() + "." + address.domain();
    }

    private static String standard(HostAddress member, Hosts hosts, boolean tls) {
        return "mongodb://" + member + "/?ssl=" + tls + "&authSource=admin&replicaSet=" + hosts.replicaSet();
    }

    /** Drivers expect TLS of such a string, so one that leads to a plain port says so. */
    private String srv(String label, Hosts hosts) {
        boolean plain = address.resolves() && address.shared().isEmpty() && !address.isTls();
        return "mongodb+srv://" + name(label, hosts) + (plain ? PLAIN : "");
    }

    private static Optional<Integer> boxed(OptionalInt port) {
        return port.isPresent() ? Optional.of(port.getAsInt()) : Optional.empty();
    }
}
