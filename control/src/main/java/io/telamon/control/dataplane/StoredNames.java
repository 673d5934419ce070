package io.telamon.control.dataplane;

import io.telamon.control.store.Store;
import io.telamon.gateway.spi.directory.ServiceNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** The host names of clusters and of their private endpoints, and the ports behind them. */
public final class StoredNames implements ServiceNames {

    private static final String CLUSTER = """
            SELECT port, replica_set FROM cluster
            WHERE host_label = :label AND host_hash = :hash AND state NOT IN ('CREATING', 'DELETING')""";
    private static final String ENDPOINT = """
            SELECT endpoint.port, cluster.replica_set
            FROM cluster JOIN endpoint ON endpoint.instance_id = cluster.id
            WHERE cluster.host_label || '-lb' || CASE endpoint.ordinal WHEN 0 THEN '' ELSE '-' || endpoint.ordinal END = :label
              AND cluster.host_hash = :hash AND endpoint.state = 'AVAILABLE'""";

    private final Store store;
    private final Address address;
    private final InetAddress reached;

    /** Those of a store's clusters, which are reached there. */
    public StoredNames(Store store, Address address) {
        this.store = store;
        this.address = address;
        this.reached = address.bind().isAnyLocalAddress() ? thisMachine() : address.bind();
    }

    private record Port(@ColumnName("port") OptionalInt number, String replicaSet) {}

    @Override
    public Optional<Service> byName(String host) {
        String suffix = "." + address.domain();
        if (!host.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] labels = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
        if (labels.length != 2) {
            return Optional.empty();
        }
        return find(CLUSTER, labels)
                .map(own -> new Port(shared().isPresent() ? shared() : own.number(), own.replicaSet()))
                .or(() -> find(ENDPOINT, labels))
                .filter(port -> port.number().isPresent())
                .map(port -> new Service(
                        List.of(new Target(host, port.number().getAsInt())),
                        reached,
                        "authSource=admin&replicaSet=" + port.replicaSet()));
    }

    private OptionalInt shared() {
        return address.shared().stream().mapToInt(Address.Shared::port).findFirst();
    }

    private Optional<Port> find(String query, String[] labels) {
        return store.read(handle -> handle.createQuery(query)
                .bind("label", labels[0])
                .bind("hash", labels[1])
                .mapTo(Port.class)
                .findFirst());
    }

    private static InetAddress thisMachine() {
        try {
            return InetAddress.getLocalHost();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
