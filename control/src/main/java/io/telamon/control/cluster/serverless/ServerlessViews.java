package io.telamon.control.cluster.serverless;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.MongoVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows clusters as serverless instances. */
final class ServerlessViews {

    private static final int FLEX_DISK_GB = 5;
    private static final Duration BETWEEN_BACKUPS = Duration.ofDays(1);

    private final DataPlane dataPlane;
    private final PrivateConnections privateConnections;
    private final Clock clock;

    ServerlessViews(DataPlane dataPlane, PrivateConnections privateConnections, Clock clock) {
        this.dataPlane = dataPlane;
        this.privateConnections = privateConnections;
        this.clock = clock;
    }

    ServerlessView of(Cluster cluster, Call<?> call) {
        return new ServerlessView(
                connections(cluster),
                cluster.createdAt(),
                cluster.projectId(),
                cluster.id(),
                links(cluster, call),
                MongoVersion.CURRENT,
                cluster.name(),
                settings(cluster),
                new BackupOptions(cluster.continuousBackup()),
                cluster.state().stateName(),
                cluster.tags(),
                cluster.terminationProtection());
    }

    private ServerlessView.Connections connections(Cluster cluster) {
        return new ServerlessView.Connections(
                privateConnections(cluster),
                dataPlane.connectionStrings(cluster).standardSrv());
    }

    private @Nullable List<ServerlessView.PrivateConnection> privateConnections(Cluster cluster) {
        List<ServerlessView.PrivateConnection> open =
                cluster.kind() == Cluster.Kind.SERVERLESS ? privateConnections.of(cluster) : List.of();
        return open.isEmpty() ? null : open;
    }

    private ServerlessView.ProviderSettings settings(Cluster cluster) {
        return cluster.kind() == Cluster.Kind.SERVERLESS
                ? new ServerlessView.ProviderSettings(
                        cluster.provider(), null, null, null, null, "SERVERLESS", cluster.region(), null)
                : new ServerlessView.ProviderSettings(
                        cluster.provider(),
                        FLEX_DISK_GB,
                        "FLEX",
                        "TENANT",
                        nextBackup(cluster.createdAt()),
                        "SERVERLESS",
                        cluster.region(),
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
