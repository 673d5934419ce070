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
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clusters' own ports: which cluster has which, and whether it is open. */
final class Doors {

    private static final Logger log = LoggerFactory.getLogger(Doors.class);

    private final Listeners listeners;
    private final Address address;
    private final Map<String, Integer> portOf = new HashMap<>();
    private final TreeSet<Integer> taken = new TreeSet<>();

    Doors(Listeners listeners, Address address) {
        this.listeners = listeners;
        this.address = address;
    }

    /** Opens a port for a new cluster. Nothing when all are taken. */
    synchronized OptionalInt place(String cluster) {
        if (address.ports().isAny()) {
            return open(cluster, 0);
        }
        for (int port = address.ports().first(); port <= address.ports().last(); port++) {
            OptionalInt opened = taken.contains(port) ? OptionalInt.empty() : open(cluster, port);
            if (opened.isPresent()) {
                return opened;
            }
        }
        log.warn("cluster {} has no port: all of {} are taken; see cluster-ports", cluster, address.ports());
        return OptionalInt.empty();
    }

    /** Keeps a cluster's port for it and opens it if it is closed. Whether it is open. */
    synchronized boolean keep(String cluster, int port) {
        taken.add(port);
        portOf.put(cluster, port);
        return listeners.port(cluster).isPresent() || open(cluster, port).isPresent();
    }

    /** Closes a cluster's port, which another may then have. */
    synchronized void close(String cluster) {
        listeners.close(cluster);
        Integer port = portOf.remove(cluster);
        if (port != null) {
            taken.remove(port);
        }
    }

    private OptionalInt open(String cluster, int port) {
        try {
            int opened = listeners.open(new ListenerSpec(
                    cluster,
                    new InetSocketAddress(address.bind(), port),
                    address.tls(),
                    new Route.ToCluster(new ClusterId(cluster), address.host()),
                    Admission.ACCESS_LIST));
            taken.add(opened);
            portOf.put(cluster, opened);
            return OptionalInt.of(opened);
        } catch (BindException somebodyElse) {
            return OptionalInt.empty();
        } catch (IOException e) {
            log.warn("cannot open port {} for cluster {}", port, cluster, e);
            return OptionalInt.empty();
        }
    }
}
