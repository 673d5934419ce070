package io.telamon.control.dataplane;

import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.PrivateEndpointPort;
import java.util.List;
import java.util.Optional;

/** The connection strings of clusters that have addresses: each names only what resolves. */
final class MemberAddresses {

    private static final String PLAIN = "/?tls=false";

    private final Address address;

    /** Of clusters that are reached there. */
    MemberAddresses(Address address) {
        this.address = address;
    }

    /**
     * How drivers reach a cluster, if they do. Without SRV records, {@code standardSrv} names the primary alone, which leads drivers to the other members:
     * clients that read no other string than this connect as well.
     */
    Optional<ConnectionStrings> of(Hosts hosts) {
        List<String> members = members(hosts);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        boolean tls = hosts.ports().all().isEmpty() || address.isTls();
        return Optional.of(new ConnectionStrings(
                standard(String.join(",", members), hosts, tls),
                address.resolves() ? srv(hosts) : standard(members.getFirst(), hosts, tls)));
    }

    /** The string of a private endpoint that has a port. */
    Optional<String> ofPrivate(Hosts hosts, PrivateEndpointPort endpoint) {
        if (endpoint.port().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                address.resolves()
                        ? "mongodb+srv://" + address.name(endpoint.label(hosts), hosts) + (address.isTls() ? "" : PLAIN)
                        : standard(address.host() + ":" + endpoint.port().getAsInt(), hosts, address.isTls()));
    }

    private List<String> members(Hosts hosts) {
        List<Integer> ports = hosts.ports().all();
        if (!ports.isEmpty()) {
            return ports.stream().map(port -> address.host() + ":" + port).toList();
        }
        return address.shared().stream()
                .flatMap(shared -> address.memberNames(hosts).stream().map(name -> name + ":" + shared.port()))
                .toList();
    }

    private static String standard(String members, Hosts hosts, boolean tls) {
        return "mongodb://" + members + "/?ssl=" + tls + "&authSource=admin&replicaSet=" + hosts.replicaSet();
    }

    /** Drivers expect TLS of such a string, so one that leads to a plain port says so. */
    private String srv(Hosts hosts) {
        boolean plain = address.shared().isEmpty() && !address.isTls();
        return "mongodb+srv://" + address.name(hosts.label(), hosts) + (plain ? PLAIN : "");
    }
}
