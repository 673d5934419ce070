package io.telamon.control.dataplane;

import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.store.Store;
import io.telamon.gateway.spi.directory.ServiceNames;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.Nested;

/** The host names of clusters, of their members and of their private endpoints, and the ports behind them. */
public final class StoredNames implements ServiceNames {

    private static final String CLUSTER = """
            SELECT port, second_port, third_port, shard_label, replica_set FROM cluster
            WHERE host_label = :label AND host_hash = :hash AND state NOT IN ('CREATING', 'DELETING')""";
    private static final String MEMBER = """
            SELECT port, second_port, third_port, shard_label, replica_set FROM cluster
            WHERE shard_label = :label AND host_hash = :hash AND state NOT IN ('CREATING', 'DELETING')""";
    private static final String ENDPOINT = """
            SELECT endpoint.port, CAST(NULL AS INTEGER) AS second_port,
                CAST(NULL AS INTEGER) AS third_port, cluster.shard_label, cluster.replica_set
            FROM cluster JOIN endpoint ON endpoint.instance_id = cluster.id
            WHERE cluster.host_label = :label AND cluster.host_hash = :hash
              AND endpoint.ordinal = :ordinal AND endpoint.state = 'AVAILABLE'""";
    private static final Pattern ENDPOINT_LABEL = Pattern.compile("(.+)-lb(?:-([1-9][0-9]{0,8}))?");

    private final Store store;
    private final String suffix;
    private final ClusterAddresses addresses;
    private final AdvertisedAddresses advertised;

    /** Those of a store's clusters, which are reached there. */
    public StoredNames(Store store, Address address) {
        this.store = store;
        this.suffix = "." + address.domain();
        this.addresses = new ClusterAddresses(address);
        this.advertised = new AdvertisedAddresses(address.host(), address.bind());
    }

    private record Named(@Nested MemberPorts ports, String shardLabel, String replicaSet) {

        Service service(List<Target> targets, List<InetAddress> addresses) {
            return new Service(targets, addresses, "authSource=admin&replicaSet=" + replicaSet);
        }
    }

    @Override
    public Optional<Service> byName(String host) {
        if (!host.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] labels = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
        if (labels.length != 2) {
            return Optional.empty();
        }
        return cluster(labels[0], labels[1])
                .map(cluster -> cluster.service(members(cluster, "." + labels[1] + suffix), advertised.get()))
                .or(() -> endpoint(labels[0], labels[1])
                        .map(endpoint -> endpoint.service(only(host, endpoint), advertised.get())))
                .filter(service -> !service.targets().isEmpty());
    }

    private Optional<Named> cluster(String label, String hash) {
        return MemberLabel.of(label)
                .flatMap(member -> find(MEMBER, member.shardLabel(), hash, 0))
                .or(() -> find(CLUSTER, label, hash, 0));
    }

    /** As {@link io.telamon.control.cluster.PrivateEndpointPort#label} makes its name; the first has no number. */
    private Optional<Named> endpoint(String label, String hash) {
        Matcher form = ENDPOINT_LABEL.matcher(label);
        if (!form.matches()) {
            return Optional.empty();
        }
        int ordinal = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        return find(ENDPOINT, form.group(1), hash, ordinal);
    }

    private List<Target> members(Named cluster, String zone) {
        List<Integer> ports = addresses.servicePorts(cluster.ports());
        return IntStream.range(0, ports.size())
                .mapToObj(member -> new Target(cluster.shardLabel() + Hosts.MEMBER + member + zone, ports.get(member)))
                .toList();
    }

    private static List<Target> only(String host, Named endpoint) {
        return endpoint.ports().all().stream()
                .map(port -> new Target(host, port))
                .toList();
    }

    private Optional<Named> find(String query, String label, String hash, int ordinal) {
        return store.read(handle -> handle.createQuery(query)
                .bind("label", label)
                .bind("hash", hash)
                .bind("ordinal", ordinal)
                .mapTo(Named.class)
                .findFirst());
    }
}
