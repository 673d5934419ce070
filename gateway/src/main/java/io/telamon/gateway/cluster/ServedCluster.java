package io.telamon.gateway.cluster;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.memory.MemoryShare;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A cluster while the gateway runs: what is known of it and the connections it has. */
public final class ServedCluster {

    /** What takes less, in nanoseconds, is not slow in any cluster. */
    public static final long LEAST_SLOW_NANOS = SlowThreshold.LEAST;

    private static final Duration BETWEEN_REFUSALS_TOLD = Duration.ofSeconds(10);

    private final Meter meter = new Meter();
    private final Throttle throttle = new Throttle();
    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<Integer, MemberConnections> members = new ConcurrentHashMap<>();
    private final AtomicBoolean engineDown = new AtomicBoolean();
    private final Topology topology;
    private final Storage storage;
    private final MemoryShare memory;
    private final AtomicLong refusalTold = new AtomicLong(System.nanoTime() - BETWEEN_REFUSALS_TOLD.toNanos());
    private final ActivityQueue activity;
    private final SlowThreshold slowThreshold = new SlowThreshold(System.nanoTime());
    private volatile Tenant tenant;
    private volatile boolean ended;

    ServedCluster(Tenant tenant, Topology topology, Storage storage, MemoryShare memory, ActivityQueue activity) {
        this.tenant = tenant;
        this.topology = topology;
        this.storage = storage;
        this.memory = memory;
        this.activity = activity;
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

    /** What its connections use of the memory for large messages. */
    public MemoryShare memory() {
        return memory;
    }

    /** What has happened in it. */
    public ActivityQueue activity() {
        return activity;
    }

    /**
     * Counts an operation, and tells whether it is slow.
     *
     * @param took in nanoseconds
     * @param endedAt as {@link System#nanoTime} has it
     */
    public boolean isSlow(long took, long endedAt) {
        return slowThreshold.isSlow(took, endedAt, tenant.offers(TierFeature.MANAGED_SLOW_MS));
    }

    /** Its counters now. */
    public MeterReading reading() {
        return meter.reading(storage.lastBytes());
    }

    /** Its live connections. */
    public Set<LiveConnection> connections() {
        return connections;
    }

    /**
     * The connections to one of its members.
     *
     * @param position of the member, 0 for the primary, which private endpoints lead to
     */
    public MemberConnections member(int position) {
        return members.computeIfAbsent(position, _ -> new MemberConnections());
    }

    /** Whether a refused connection is to be logged: one of those within ten seconds. */
    public boolean tellsOfRefusal() {
        long now = System.nanoTime();
        long told = refusalTold.get();
        return now - told >= BETWEEN_REFUSALS_TOLD.toNanos() && refusalTold.compareAndSet(told, now);
    }

    /** Notes that the engine could not be reached; true if it could before. */
    public boolean engineFailed() {
        return engineDown.compareAndSet(false, true);
    }

    /** Notes that the engine ran a command; true if it could not be reached before. */
    public boolean engineRan() {
        return engineDown.get() && engineDown.compareAndSet(true, false);
    }

    /** Whether the engine could not be reached when it was last needed. */
    public boolean engineIsDown() {
        return engineDown.get();
    }

    /** Whether it takes no connections now, though it exists. */
    public boolean isPaused() {
        return tenant.availability() == Availability.PAUSED;
    }

    /** Takes a connection in; one that comes while the cluster ends or is paused is ended at once. */
    public void add(LiveConnection connection) {
        connections.add(connection);
        if (ended || isPaused()) {
            connection.end();
        }
    }

    /** Lets a connection go. */
    public void remove(LiveConnection connection) {
        connections.remove(connection);
    }

    void describe(Tenant changed) {
        Tenant before = tenant;
        tenant = changed;
        if (before.availability() != changed.availability()) {
            engineDown.set(false);
            topology.change();
        }
        if (isPaused()) {
            connections.forEach(LiveConnection::end);
        }
    }

    void end() {
        ended = true;
        topology.end();
        connections.forEach(LiveConnection::end);
    }
}
