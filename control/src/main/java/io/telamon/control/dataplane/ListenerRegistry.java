package io.telamon.control.dataplane;

import io.telamon.control.model.EndpointId;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.ClusterId;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of clusters and of their private endpoints: who has which, and whether it is open. */
final class ListenerRegistry {

    private static final Logger log = LoggerFactory.getLogger(ListenerRegistry.class);
    private static final String SHARED = "shared";

    private final Listeners listeners;
    private final Address address;
    private final Map<String, Known> known = new HashMap<>();
    private final TreeSet<Integer> taken = new TreeSet<>();

    /** Ports of the range that could not be opened, most likely as another process has them. They are tried again last. */
    private final TreeSet<Integer> unavailable = new TreeSet<>();

    ListenerRegistry(Listeners listeners, Address address) {
        this.listeners = listeners;
        this.address = address;
    }

    /**
     * A way into a cluster.
     *
     * @param name unique among all: the cluster's id, or the private endpoint's
     */
    record Binding(String name, ClusterId cluster, Admission admission) {

        static Binding ofCluster(ClusterId id) {
            return new Binding(id.value(), id, Admission.ACCESS_LIST);
        }

        static Binding ofEndpoint(EndpointId id, ClusterId cluster) {
            return new Binding(id.value(), cluster, Admission.PRIVATE_ENDPOINT);
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

    /** Opens a port for a new binding. Nothing when there are none, or all are taken. */
    synchronized OptionalInt place(Binding binding) {
        PortRange ports = address.ports();
        if (ports.isNone()) {
            return OptionalInt.empty();
        }
        if (ports.isAny()) {
            return open(binding, 0);
        }
        for (int port = ports.first(); port <= ports.last(); port++) {
            OptionalInt opened = unavailable.contains(port) ? OptionalInt.empty() : openFree(binding, port);
            if (opened.isPresent()) {
                return opened;
            }
        }
        for (int port : List.copyOf(unavailable)) {
            OptionalInt opened = openFree(binding, port);
            if (opened.isPresent()) {
                return opened;
            }
        }
        log.warn("{} has no port: all of {} are taken; see cluster-ports", binding.name(), ports);
        return OptionalInt.empty();
    }

    private OptionalInt openFree(Binding binding, int port) {
        if (taken.contains(port)) {
            return OptionalInt.empty();
        }
        OptionalInt opened = open(binding, port);
        if (opened.isPresent()) {
            unavailable.remove(port);
        } else {
            unavailable.add(port);
        }
        return opened;
    }

    /** Keeps a binding's port for it and opens it if it is closed. Whether it is open. */
    synchronized boolean keep(Binding binding, int port) {
        taken.add(port);
        known.put(binding.name(), new Known(binding, port));
        return listeners.port(binding.name()).isPresent() || open(binding, port).isPresent();
    }

    /** Keeps a port for a binding that is yet to be opened. */
    synchronized void reserve(int port) {
        taken.add(port);
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
        taken.remove(port);
        if (fits) {
            unavailable.add(port);
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
            taken.remove(closed.port());
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
                    new Route.ToCluster(binding.cluster(), address.host()),
                    binding.admission()));
            taken.add(opened);
            known.put(binding.name(), new Known(binding, opened));
            return OptionalInt.of(opened);
        } catch (BindException somebodyElse) {
            return OptionalInt.empty();
        } catch (IOException e) {
            log.debug("cannot open port {} for {}", port, binding.name(), e);
            return OptionalInt.empty();
        }
    }
}
