package io.telamon.control.cluster.serverless;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ConnectionStringSource;
import io.telamon.control.cluster.MongoVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows clusters as serverless instances. */
public final class ServerlessViews {

    private static final int FLEX_DISK_GB = 5;
    private static final Duration BETWEEN_BACKUPS = Duration.ofDays(1);

    private final ConnectionStringSource connectionStrings;
    private final PrivateConnections privateConnections;
    private final Clock clock;

    /** Views of clusters, and of the private endpoints of serverless instances. */
    public ServerlessViews(
            ConnectionStringSource connectionStrings, PrivateConnections privateConnections, Clock clock) {
        this.connectionStrings = connectionStrings;
        this.privateConnections = privateConnections;
        this.clock = clock;
    }

    ServerlessView of(Cluster cluster, Call<?> call) {
        return new ServerlessView(
                connections(cluster),
                cluster.identity().createdAt(),
                cluster.projectId().value(),
                cluster.id().value(),
                links(cluster, call),
                MongoVersion.CURRENT,
                cluster.name(),
                settings(cluster),
                new BackupOptions(cluster.spec().continuousBackup()),
                cluster.state().stateName(),
                cluster.spec().tags(),
                cluster.spec().terminationProtection());
    }

    private ServerlessView.Connections connections(Cluster cluster) {
        return new ServerlessView.Connections(
                privateConnections(cluster),
                connectionStrings.connectionStrings(cluster).standardSrv());
    }

    private @Nullable List<ServerlessView.PrivateConnection> privateConnections(Cluster cluster) {
        List<ServerlessView.PrivateConnection> open =
                cluster.kind() == Cluster.Kind.SERVERLESS ? privateConnections.of(cluster) : List.of();
        return open.isEmpty() ? null : open;
    }

    private ServerlessView.ProviderSettings settings(Cluster cluster) {
        return cluster.kind() == Cluster.Kind.SERVERLESS
                ? new ServerlessView.ProviderSettings(
                        cluster.placement().provider(),
                        null,
                        null,
                        null,
                        null,
                        "SERVERLESS",
                        cluster.placement().region(),
                        null)
                : new ServerlessView.ProviderSettings(
                        cluster.placement().provider(),
                        FLEX_DISK_GB,
                        "FLEX",
                        "TENANT",
                        nextBackup(cluster.identity().createdAt()),
                        "SERVERLESS",
                        cluster.placement().region(),
                        true);
    }

    /** Backups are made at the time of day at which the cluster was made. */
    private Instant nextBackup(Instant createdAt) {
        long made = Math.max(0, Duration.between(createdAt, clock.instant()).dividedBy(BETWEEN_BACKUPS));
        return createdAt.plus(BETWEEN_BACKUPS.multipliedBy(made + 1));
    }

    private static List<Link> links(Cluster cluster, Call<?> call) {
        String self = "/groups/" + cluster.projectId() + "/serverless/" + cluster.name();
        return List.of(
                call.link("self", self),
                call.link("https://cloud.mongodb.com/restoreJobs", self + "/backup/restoreJobs"),
                call.link("https://cloud.mongodb.com/snapshots", self + "/backup/snapshots"));
    }
}
