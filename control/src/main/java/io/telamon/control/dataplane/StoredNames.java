package io.telamon.control.dataplane;

import io.telamon.control.store.Store;
import io.telamon.gateway.spi.directory.ServiceNames;
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
    private final String suffix;
    private final ClusterAddresses addresses;
    private final AdvertisedAddresses advertised;

    /** Those of a store's clusters, which are reached there. */
    public StoredNames(Store store, Address address) {
        this.store = store;
        this.suffix = "." + address.domain();
        this.addresses = new ClusterAddresses(address);
        this.advertised = new AdvertisedAddresses(address.host());
    }

    private record Port(@ColumnName("port") OptionalInt number, String replicaSet) {}

    @Override
    public Optional<Service> byName(String host) {
        if (!host.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] labels = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
        if (labels.length != 2) {
            return Optional.empty();
        }
        return find(CLUSTER, labels)
                .map(own -> new Port(addresses.servicePort(own.number()), own.replicaSet()))
                .or(() -> find(ENDPOINT, labels))
                .filter(port -> port.number().isPresent())
                .map(port -> new Service(
                        host,
                        port.number().getAsInt(),
                        advertised.get(),
                        "authSource=admin&replicaSet=" + port.replicaSet()));
    }

    private Optional<Port> find(String query, String[] labels) {
        return store.read(handle -> handle.createQuery(query)
                .bind("label", labels[0])
                .bind("hash", labels[1])
                .mapTo(Port.class)
                .findFirst());
    }
}
