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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of clusters and of their private endpoints: who has which, and whether it is open. */
final class ListenerRegistry {

    private static final Logger log = LoggerFactory.getLogger(ListenerRegistry.class);
    private static final String SHARED = "shared";

    private final Listeners listeners;
    private final Address address;
    private final Map<String, Known> known = new HashMap<>();
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
                    new Route.ToCluster(binding.cluster(), address.host()),
                    binding.admission()));
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
