package io.telamon.gateway.cluster;

import io.telamon.gateway.spi.MeterReading;
import io.telamon.gateway.spi.Tenant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cluster while the gateway runs: what is known of it and the connections it has. */
public final class Cluster {

    private final Meter meter = new Meter();
    private final Throttle throttle = new Throttle();
    private final Set<Live> connections = ConcurrentHashMap.newKeySet();
    private final Topology topology;
    private final Storage storage;
    private volatile Tenant tenant;
    private volatile boolean ended;

    Cluster(Tenant tenant, Topology topology, Storage storage) {
        this.tenant = tenant;
        this.topology = topology;
        this.storage = storage;
    }

    /** The cluster as the control plane described it last. */
    public Tenant tenant() {
        return tenant;
    }

    /** Its counters. */
    public Meter meter() {
        return meter;
    }

    /** Its rate. */
    public Throttle throttle() {
        return throttle;
    }

    /** What {@code hello} tells of it. */
    public Topology topology() {
        return topology;
    }

    /** What it holds. */
    public Storage storage() {
        return storage;
    }

    /** Its counters now. */
    public MeterReading reading() {
        return meter.reading(storage.lastBytes());
    }

    /** Its live connections. */
    public Set<Live> connections() {
        return connections;
    }

    /** Takes a connection in; one that comes while the cluster ends is ended at once. */
    public void add(Live connection) {
        connections.add(connection);
        if (ended) {
            connection.end();
        }
    }

    /** Lets a connection go. */
    public void remove(Live connection) {
        connections.remove(connection);
    }

    void describe(Tenant changed) {
        Tenant before = tenant;
        tenant = changed;
        if (before.availability() != changed.availability()) {
            topology.change();
        }
    }

    void end() {
        ended = true;
        topology.end();
        connections.forEach(Live::end);
    }
}
