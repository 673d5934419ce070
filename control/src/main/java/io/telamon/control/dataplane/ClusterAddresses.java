package io.telamon.control.dataplane;

import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.MemberAddress;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.gateway.model.HostAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The only place that knows which hosts and ports clients are told for a cluster, in connection strings and by DNS. Each
 * string names only what resolves.
 */
final class ClusterAddresses {

    private static final String PLAIN = "/?tls=false";

    private final Address address;

    /** Those of clusters that are reached there. */
    ClusterAddresses(Address address) {
        this.address = address;
    }

    /** How drivers reach a replica set, if they do. */
    Optional<ConnectionStrings> of(Hosts hosts) {
        return of(hosts, false);
    }

    /**
     * How drivers reach a cluster, if they do. Without SRV records, {@code standardSrv} names the primary alone, which leads
     * drivers to the other members: clients that read no other string than this connect as well.
     *
     * @param sharded whether the strings name no replica set, as recorded of sharded clusters
     */
    Optional<ConnectionStrings> of(Hosts hosts, boolean sharded) {
        List<HostAddress> members = members(hosts);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        boolean tls = own(hosts.ports()).isEmpty() || address.isTls();
        return Optional.of(new ConnectionStrings(
                standard(members, hosts, tls, sharded),
                address.resolves() ? srv(hosts) : standard(List.of(members.getFirst()), hosts, tls, sharded)));
    }

    /** The members of a cluster, the primary first; none where drivers do not reach it. */
    List<MemberAddress> processes(Hosts hosts) {
        List<HostAddress> advertised = members(hosts);
        return IntStream.range(0, advertised.size())
                .mapToObj(member -> new MemberAddress(name(hosts.processLabel(member), hosts), advertised.get(member)))
                .toList();
    }

    /** The connection string of a private endpoint, or nothing while it has no port. */
    Optional<String> of(Hosts hosts, PrivateEndpointPort endpoint) {
        if (endpoint.port().isEmpty() || address.ports().isNone()) {
            return Optional.empty();
        }
        HostAddress member = new HostAddress(address.host(), endpoint.port().getAsInt());
        return Optional.of(
                address.resolves()
                        ? "mongodb+srv://" + name(endpoint.label(hosts), hosts) + (address.isTls() ? "" : PLAIN)
                        : standard(List.of(member), hosts, address.isTls(), false));
    }

    /** The ports that a cluster's SRV records name: the shared one where there is one, else its own. */
    List<Integer> servicePorts(MemberPorts own) {
        return address.shared()
                .map(shared -> Collections.nCopies(MemberPorts.MEMBERS, shared.port()))
                .orElseGet(() -> own(own));
    }

    private List<HostAddress> members(Hosts hosts) {
        List<Integer> ports = own(hosts.ports());
        if (!ports.isEmpty()) {
            return ports.stream()
                    .map(port -> new HostAddress(address.host(), port))
                    .toList();
        }
        return address.shared().stream()
                .flatMap(shared -> IntStream.range(0, MemberPorts.MEMBERS)
                        .mapToObj(member -> new HostAddress(name(hosts.memberLabel(member), hosts), shared.port())))
                .toList();
    }

    /** None are open where there is no range, also of a cluster that has had some. */
    private List<Integer> own(MemberPorts ports) {
        return address.ports().isNone() ? List.of() : ports.all();
    }

    private String name(String label, Hosts hosts) {
        return label + "." + hosts.hash() + "." + address.domain();
    }

    private static String standard(List<HostAddress> members, Hosts hosts, boolean tls, boolean sharded) {
        return "mongodb://" + members.stream().map(HostAddress::toString).collect(Collectors.joining(",")) + "/?ssl="
                + tls + "&authSource=admin" + (sharded ? "" : "&replicaSet=" + hosts.replicaSet());
    }

    /** Drivers expect TLS of such a string, so one that leads to a plain port says so. */
    private String srv(Hosts hosts) {
        boolean plain = address.shared().isEmpty() && !address.isTls();
        return "mongodb+srv://" + name(hosts.label(), hosts) + (plain ? PLAIN : "");
    }
}
