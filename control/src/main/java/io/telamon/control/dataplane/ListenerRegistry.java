package io.telamon.control.dataplane;

import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.model.EndpointId;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of clusters and of their private endpoints: who has which, and whether it is open. */
final class ListenerRegistry {

    private static final Logger log = LoggerFactory.getLogger(ListenerRegistry.class);
    private static final String SHARED = "shared";

    private final Listeners listeners;
    private final Address address;

    /** Read without the lock by those who answer {@code hello}. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private final FreePorts free;
    private boolean warned;

    ListenerRegistry(Listeners listeners, Address address) {
        this.listeners = listeners;
        this.address = address;
        this.free = new FreePorts(address.ports());
    }

    /**
     * A way into a cluster.
     *
     * @param name unique among all: the cluster's id, with the number of a secondary behind it, or the private endpoint's
     * @param member the position of the member, 0 for the primary
     */
    record Binding(String name, ClusterId cluster, Admission admission, int member) {

        static Binding ofMember(ClusterId id, int member) {
            String name = member == 0 ? id.value() : id.value() + "-" + member;
            return new Binding(name, id, Admission.ACCESS_LIST, member);
        }

        static Binding ofEndpoint(EndpointId id, ClusterId cluster) {
            return new Binding(id.value(), cluster, Admission.PRIVATE_ENDPOINT, 0);
        }
    }

    private record Known(Binding binding, int port) {}

    /**
     * Opens the port that all clusters share.
     *
     * @throws IOException when it cannot be had
     */
    void openShared(Address.Shared shared) throws IOException {
        listeners.open(new ListenerSpec(
                SHARED,
                new InetSocketAddress(address.bind(), shared.port()),
                Optional.of(shared.tls()),
                new Route.ByServerName(),
                Admission.ACCESS_LIST));
    }

    /**
     * Opens the ports of a new cluster: of three members, or of the primary alone when less than a third of the range is free, or of none when nothing is.
     *
     * @return the ports, the primary's first
     */
    synchronized List<Integer> placeMembers(ClusterId cluster) {
        boolean spacious =
                address.ports().isAny() || 3 * free.count() > address.ports().size();
        List<Integer> ports = new ArrayList<>();
        int wanted = spacious ? MemberPorts.MEMBERS : 1;
        for (int member = 0; member < wanted && ports.size() == member; member++) {
            openAny(Binding.ofMember(cluster, member)).ifPresent(ports::add);
        }
        if (ports.size() < wanted && ports.size() > 1) {
            listeners.close(Binding.ofMember(cluster, 1).name());
            free.release(ports.removeLast());
        }
        register(cluster, ports);
        return ports;
    }

    /**
     * Notes the ports of all of a cluster's members. Connections to a member are closed until those before it are noted, so that nobody is told of
     * a part of the replica set: the primary is noted last.
     *
     * @param ports the primary's first
     */
    synchronized void register(ClusterId cluster, List<Integer> ports) {
        for (int member = ports.size() - 1; member >= 0; member--) {
            Binding binding = Binding.ofMember(cluster, member);
            known.put(binding.name(), new Known(binding, ports.get(member)));
        }
    }

    /** Closes the ports of a cluster's members, the primary's last. */
    synchronized void closeMembers(ClusterId cluster) {
        for (int member = MemberPorts.MEMBERS - 1; member >= 0; member--) {
            close(Binding.ofMember(cluster, member).name());
        }
    }

    /** What clients are told who reach a binding at a port. */
    private Optional<Membership> reached(Binding binding, int port) {
        if (binding.admission() == Admission.PRIVATE_ENDPOINT) {
            return Optional.of(Membership.alone(new HostAddress(address.host(), port)));
        }
        List<HostAddress> hosts = members(binding.cluster());
        return binding.member() < hosts.size()
                ? Optional.of(new Membership(hosts, binding.member()))
                : Optional.empty();
    }

    private List<HostAddress> members(ClusterId cluster) {
        List<HostAddress> hosts = new ArrayList<>();
        Known next = known.get(Binding.ofMember(cluster, 0).name());
        while (next != null) {
            hosts.add(new HostAddress(address.host(), next.port()));
            next = known.get(Binding.ofMember(cluster, hosts.size()).name());
        }
        return hosts;
    }

    /** Opens a port for a new binding. Nothing when there are none, or all are taken. */
    synchronized OptionalInt place(Binding binding) {
        OptionalInt placed = openAny(binding);
        placed.ifPresent(port -> known.put(binding.name(), new Known(binding, port)));
        return placed;
    }

    private OptionalInt openAny(Binding binding) {
        PortRange ports = address.ports();
        if (ports.isNone()) {
            return OptionalInt.empty();
        }
        if (ports.isAny()) {
            return open(binding, 0);
        }
        OptionalInt placed = free.take(port -> open(binding, port).isPresent());
        if (placed.isEmpty() && !warned) {
            log.warn(
                    "{} has no port, nor have those after it: all of {} are taken; see cluster-ports",
                    binding.name(),
                    ports);
        }
        warned = placed.isEmpty();
        return placed;
    }

    /** Keeps a binding's port for it and opens it if it is closed. Whether it is open. */
    synchronized boolean keep(Binding binding, int port) {
        free.reserve(port);
        known.put(binding.name(), new Known(binding, port));
        return listeners.port(binding.name()).isPresent() || open(binding, port).isPresent();
    }

    /** Keeps a port for a binding that is yet to be opened. */
    synchronized void reserve(int port) {
        free.reserve(port);
    }

    /**
     * Opens again the port that a binding has had, or another one where that is not of the range or is taken.
     *
     * @param mayMove whether it may get another one
     * @return the port that it has now, open or not; nothing when there are none any more
     */
    synchronized Restored restore(Binding binding, int port, boolean mayMove) {
        boolean fits = address.ports().contains(port);
        if ((fits || !mayMove) && keep(binding, port)) {
            return new Restored(OptionalInt.of(port), true);
        }
        if (!mayMove) {
            return new Restored(OptionalInt.of(port), false);
        }
        known.remove(binding.name());
        if (fits) {
            free.releaseUnavailable(port);
        }
        OptionalInt placed = place(binding);
        if (placed.isPresent() || address.ports().isNone()) {
            return new Restored(placed, placed.isPresent());
        }
        return new Restored(OptionalInt.of(port), keep(binding, port));
    }

    /**
     * What became of a port.
     *
     * @param port that the binding has now, if any
     * @param open whether drivers can connect there
     */
    record Restored(OptionalInt port, boolean open) {}

    /** Closes a binding, whose port another may then have. */
    synchronized void close(String name) {
        listeners.close(name);
        Known closed = known.remove(name);
        if (closed != null) {
            free.release(closed.port());
        }
    }

    /** Closes the ports of a cluster for clients admitted in that way, except those named. */
    synchronized void closeOthers(ClusterId cluster, Admission admission, Set<String> open) {
        known.values().stream()
                .map(Known::binding)
                .filter(binding -> binding.cluster().equals(cluster) && binding.admission() == admission)
                .map(Binding::name)
                .filter(name -> !open.contains(name))
                .toList()
                .forEach(this::close);
    }

    private OptionalInt open(Binding binding, int port) {
        try {
            int opened = listeners.open(new ListenerSpec(
                    binding.name(),
                    new InetSocketAddress(address.bind(), port),
                    address.tls(),
                    new Route.ToCluster(binding.cluster(), at -> reached(binding, at)),
                    binding.admission()));
            return OptionalInt.of(opened);
        } catch (BindException somebodyElse) {
            return OptionalInt.empty();
        } catch (IOException e) {
            log.debug("cannot open port {} for {}", port, binding.name(), e);
            return OptionalInt.empty();
        }
    }
}
