package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.NodeList;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.model.EndpointId;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.HostAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;

/** Clusters that exist in the control plane alone: their connection strings have the right form and lead nowhere. */
public class NoDataPlane implements DataPlane {

    private static final int PORT = 27017;

    /** The port of the routers of a sharded cluster, as recorded. */
    private static final int ROUTER_PORT = 27016;

    private final String domain;

    /** Clusters whose hosts are named below {@code domain}. */
    public NoDataPlane(String domain) {
        this.domain = domain;
    }

    @Override
    public ConnectionStrings connectionStrings(Cluster cluster) {
        Hosts hosts = cluster.placement().hosts();
        String zone = "." + hosts.hash() + "." + domain;
        String port = zone + ":" + port(cluster);
        String members = labels(cluster).stream().map(label -> label + port).collect(Collectors.joining(","));
        return new ConnectionStrings(
                "mongodb://" + members + "/?ssl=true&authSource=admin"
                        + (cluster.isSharded() ? "" : "&replicaSet=" + hosts.replicaSet()),
                "mongodb+srv://" + hosts.label() + zone);
    }

    private static int port(Cluster cluster) {
        return cluster.isSharded() ? ROUTER_PORT : PORT;
    }

    /** Those of all nodes of a dedicated cluster, as recorded, and of three members of others. */
    private static List<String> labels(Cluster cluster) {
        Hosts hosts = cluster.placement().hosts();
        ClusterSettings settings = cluster.spec().settings();
        if (cluster.kind() != Cluster.Kind.DEDICATED || settings == null) {
            return IntStream.range(0, MemberPorts.MEMBERS)
                    .mapToObj(hosts::memberLabel)
                    .toList();
        }
        ClusterSettings.ConfigServer servers = settings.configServer();
        boolean embedded = servers != null && servers.type() == ClusterSettings.ConfigServer.Type.EMBEDDED;
        return NodeList.of(cluster.spec().running().orElseThrow(), hosts.label(), embedded);
    }

    @Override
    public List<MemberAddress> members(Cluster cluster) {
        Hosts hosts = cluster.placement().hosts();
        String zone = "." + hosts.hash() + "." + domain;
        int port = port(cluster);
        return labels(cluster).stream()
                .map(label -> new MemberAddress(hosts.processLabel(label) + zone, new HostAddress(label + zone, port)))
                .toList();
    }

    @Override
    public ActivitySource activities() {
        return ActivitySource.NONE;
    }

    @Override
    public DatabaseStatistics databases() {
        return DatabaseStatistics.NONE;
    }

    @Override
    public String privateConnectionString(Cluster cluster, PrivateEndpointPort privatePort) {
        Hosts hosts = cluster.placement().hosts();
        return "mongodb+srv://" + privatePort.label(hosts) + "." + hosts.hash() + "." + domain;
    }

    @Override
    public OptionalInt openPrivate(EndpointId endpointId, ClusterId clusterId) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt reopenPrivate(EndpointId endpointId, ClusterId clusterId, int port) {
        return OptionalInt.of(port);
    }

    @Override
    public void synchronizePrivate(ClusterId clusterId, Map<EndpointId, Integer> ports) {}

    @Override
    public void closePrivate(EndpointId endpointId) {}

    @Override
    public MemberPorts place(ClusterId id, Provider provider, String region) {
        return MemberPorts.NONE;
    }

    @Override
    public void provision(Cluster cluster) {}

    @Override
    public Set<ClusterId> unreachable() {
        return Set.of();
    }

    @Override
    public boolean answers(Cluster cluster) {
        return true;
    }

    @Override
    public void synchronize(ClusterId clusterId) {}

    @Override
    public void discard(ClusterId id) {}

    @Override
    public void insert(ClusterId cluster, String database, String collection, List<BsonDocument> documents) {}
}
