package io.telamon.control.hosting;

import io.telamon.gateway.spi.Admission;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.ListenerSpec;
import io.telamon.gateway.spi.Listeners;
import io.telamon.gateway.spi.Route;
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
final class Doors {

    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    private static final String SHARED = "shared";

    private final Listeners listeners;
    private final Address address;
    private final Map<String, Known> known = new HashMap<>();
    private final TreeSet<Integer> taken = new TreeSet<>();

    /** Ports of the range that could not be opened, most likely as another process has them. They are tried again last. */
    private final TreeSet<Integer> unavailable = new TreeSet<>();

    Doors(Listeners listeners, Address address) {
        this.listeners = listeners;
        this.address = address;
    }

    /**
     * A way into a cluster.
     *
     * @param name unique among all: the cluster's id, or the private endpoint's
     */
    record Door(String name, String cluster, Admission admission) {

        static Door ofCluster(String id) {
            return new Door(id, id, Admission.ACCESS_LIST);
        }

        static Door ofEndpoint(String id, String cluster) {
            return new Door(id, cluster, Admission.PRIVATE_ENDPOINT);
        }
    }

    private record Known(Door door, int port) {}

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

    /** Opens a port for a new door. Nothing when there are none, or all are taken. */
    synchronized OptionalInt place(Door door) {
        PortRange ports = address.ports();
        if (ports.isNone()) {
            return OptionalInt.empty();
        }
        if (ports.isAny()) {
            return open(door, 0);
        }
        for (int port = ports.first(); port <= ports.last(); port++) {
            OptionalInt opened = unavailable.contains(port) ? OptionalInt.empty() : openFree(door, port);
            if (opened.isPresent()) {
                return opened;
            }
        }
        for (int port : List.copyOf(unavailable)) {
            OptionalInt opened = openFree(door, port);
            if (opened.isPresent()) {
                return opened;
            }
        }
        log.warn("{} has no port: all of {} are taken; see cluster-ports", door.name(), ports);
        return OptionalInt.empty();
    }

    private OptionalInt openFree(Door door, int port) {
        if (taken.contains(port)) {
            return OptionalInt.empty();
        }
        OptionalInt opened = open(door, port);
        if (opened.isPresent()) {
            unavailable.remove(port);
        } else {
            unavailable.add(port);
        }
        return opened;
    }

    /** Keeps a door's port for it and opens it if it is closed. Whether it is open. */
    synchronized boolean keep(Door door, int port) {
        taken.add(port);
        known.put(door.name(), new Known(door, port));
        return listeners.port(door.name()).isPresent() || open(door, port).isPresent();
    }

    /** Closes a door, whose port another may then have. */
    synchronized void close(String name) {
        listeners.close(name);
        Known closed = known.remove(name);
        if (closed != null) {
            taken.remove(closed.port());
        }
    }

    /** Closes the doors into a cluster for those admitted in that way, but for some. */
    synchronized void closeOthers(String cluster, Admission admission, Set<String> open) {
        known.values().stream()
                .map(Known::door)
                .filter(door -> door.cluster().equals(cluster) && door.admission() == admission)
                .map(Door::name)
                .filter(name -> !open.contains(name))
                .toList()
                .forEach(this::close);
    }

    private OptionalInt open(Door door, int port) {
        try {
            int opened = listeners.open(new ListenerSpec(
                    door.name(),
                    new InetSocketAddress(address.bind(), port),
                    address.tls(),
                    new Route.ToCluster(new ClusterId(door.cluster()), address.host()),
                    door.admission()));
            taken.add(opened);
            known.put(door.name(), new Known(door, opened));
            return OptionalInt.of(opened);
        } catch (BindException somebodyElse) {
            return OptionalInt.empty();
        } catch (IOException e) {
            log.debug("cannot open port {} for {}", port, door.name(), e);
            return OptionalInt.empty();
        }
    }
}
