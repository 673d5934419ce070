package io.telamon.control.dataplane;

import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.dataplane.ListenerRegistry.Binding;
import io.telamon.control.dataplane.ListenerRegistry.Restored;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ports of the clusters that a start finds, and gives others to those that cannot keep theirs. */
final class PortRestoration {

    private static final Logger log = LoggerFactory.getLogger(PortRestoration.class);
    private static final int MOST_TOLD = 5;

    private final Store store;
    private final ListenerRegistry registry;
    private final PortRange range;

    PortRestoration(Store store, ListenerRegistry registry, PortRange range) {
        this.store = store;
        this.registry = registry;
        this.range = range;
    }

    private record Known(ClusterId id, String name, @Nested MemberPorts ports) {}

    private record Moved(Known cluster, MemberPorts ports) {

        String text() {
            return cluster.name() + " " + text(cluster.ports()) + " now " + text(ports);
        }

        private static String text(MemberPorts ports) {
            return ports.port().isPresent() ? Integer.toString(ports.port().getAsInt()) : "none";
        }
    }

    /**
     * Opens all ports. What changes is stored, and told in one line.
     *
     * @param mayMove whether clusters may get other ports
     */
    void run(boolean mayMove) {
        if (range.isNone()) {
            return; // the ports stay with their clusters for a start that has a range again
        }
        List<Known> clusters = clusters();
        clusters.forEach(cluster -> cluster.ports().all().forEach(registry::reserve));
        store.read(handle -> handle.createQuery("SELECT port FROM endpoint WHERE port IS NOT NULL")
                        .mapTo(Integer.class)
                        .list())
                .forEach(registry::reserve);
        List<Moved> moved = new ArrayList<>();
        Closed closed = new Closed(new ArrayList<>(), new ArrayList<>());
        clusters.forEach(cluster -> restore(cluster, mayMove, moved, closed));
        if (mayMove) {
            moved.addAll(placed(clusters));
        }
        keep(moved);
        tell(closed.clusters(), mayMove);
        tellOfSecondaries(closed.secondaries(), mayMove);
    }

    private List<Known> clusters() {
        return store.read(handle -> handle.createQuery(
                        "SELECT id, name, port, second_port, third_port FROM cluster WHERE state <> 'DELETING' OR port IS NOT NULL ORDER BY id")
                .mapTo(Known.class)
                .list());
    }

    private void restore(Known cluster, boolean mayMove, List<Moved> moved, Closed closed) {
        List<Integer> before = cluster.ports().all();
        List<Integer> now = new ArrayList<>();
        registry.register(cluster.id(), before);
        for (int member = 0; member < before.size(); member++) {
            Restored restored = registry.restore(Binding.ofMember(cluster.id(), member), before.get(member), mayMove);
            restored.port().ifPresent(now::add);
            if (!restored.open() && restored.port().isPresent()) {
                closed.of(member).add(cluster);
            }
        }
        if (!now.equals(before)) {
            moved.add(new Moved(cluster, MemberPorts.of(now)));
        }
    }

    /**
     * Clusters with ports that cannot be opened.
     *
     * @param clusters those whose primary has no open port, so that drivers cannot write
     * @param secondaries those with a secondary that has none, once for each
     */
    private record Closed(List<Known> clusters, List<Known> secondaries) {

        List<Known> of(int member) {
            return member == 0 ? clusters : secondaries;
        }
    }

    /** Gives ports to clusters that have none, as they were made when there were none or all were taken. */
    private List<Moved> placed(List<Known> clusters) {
        List<Moved> placed = new ArrayList<>();
        for (Known cluster : clusters) {
            if (cluster.ports().all().isEmpty()) {
                List<Integer> ports = registry.placeMembers(cluster.id());
                if (ports.isEmpty()) {
                    return placed;
                }
                placed.add(new Moved(cluster, MemberPorts.of(ports)));
            }
        }
        return placed;
    }

    private void keep(List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        store.write(transaction -> {
            PreparedBatch batch = transaction
                    .handle()
                    .prepareBatch("UPDATE cluster SET port = :port, second_port = :secondPort, third_port = :thirdPort"
                            + " WHERE id = :id");
            moved.forEach(one -> batch.bindNamedArgumentFinder(RecordArguments.of(one.ports()))
                    .bind("id", one.cluster().id())
                    .add());
            return batch.execute();
        });
        log.warn(
                "{} of the clusters have other ports than before, as theirs were taken or are not of cluster-ports {}: {}{}",
                moved.size(),
                range,
                moved.stream().limit(MOST_TOLD).map(Moved::text).collect(Collectors.joining(", ")),
                moved.size() > MOST_TOLD ? ", ..." : "");
    }

    private static void tell(List<Known> closed, boolean mayMove) {
        if (closed.isEmpty()) {
            return;
        }
        if (mayMove) {
            log.warn(
                    "{} of the clusters cannot be reached, as all of cluster-ports are taken: {}",
                    closed.size(),
                    names(closed));
        } else {
            log.info(
                    "the ports of {} clusters are open elsewhere on this machine, as with another server of this database: {}",
                    closed.size(),
                    names(closed));
        }
    }

    /** Where clusters may not move, their ports are open elsewhere as a whole, which has been told. */
    private static void tellOfSecondaries(List<Known> closed, boolean mayMove) {
        List<Known> clusters = closed.stream().distinct().toList();
        if (mayMove && !clusters.isEmpty()) {
            log.warn(
                    "{} of the clusters have secondaries without a port, as all of cluster-ports are taken; they are reached"
                            + " by the others: {}",
                    clusters.size(),
                    names(clusters));
        }
    }

    private static String names(List<Known> clusters) {
        return clusters.stream().limit(MOST_TOLD).map(Known::name).collect(Collectors.joining(", "))
                + (clusters.size() > MOST_TOLD ? ", ..." : "");
    }
}
