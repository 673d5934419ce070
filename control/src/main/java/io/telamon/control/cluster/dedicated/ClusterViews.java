package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Link;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ConnectionStringSource;
import java.util.List;

/** Shows clusters in the version that is asked for. */
final class ClusterViews {

    private static final ResourceVersion ZONED = ResourceVersion.of("2023-02-01");
    private static final ResourceVersion SHARDED = ResourceVersion.of("2024-08-05");

    private static final String RELATIONS = "https://cloud.mongodb.com/";

    private final ConnectionStringSource connectionStrings;

    ClusterViews(ConnectionStringSource connectionStrings) {
        this.connectionStrings = connectionStrings;
    }

    /** A cluster that is read or changed. */
    ClusterAttributes of(Call<?> call, Cluster cluster) {
        return of(call, cluster, true);
    }

    /** The answer to a creation has tags only where they were sent, as recorded. */
    ClusterAttributes ofCreated(Call<?> call, Cluster cluster, boolean tagsAreSent) {
        return of(call, cluster, tagsAreSent);
    }

    private ClusterAttributes of(Call<?> call, Cluster cluster, boolean showsTags) {
        ClusterSubject subject = subject(call, cluster, showsTags);
        if (call.version().compareTo(ZONED) < 0) {
            return new LegacyClusterView(subject);
        }
        return call.version().compareTo(SHARDED) < 0 ? new ZonedClusterView(subject) : new ShardedClusterView(subject);
    }

    /** Whether a version can show a cluster: those before the shards of a cluster could differ show none whose shards do. */
    static boolean isShown(Call<?> call, Cluster cluster) {
        return call.version().compareTo(SHARDED) >= 0
                || cluster.spec()
                        .running()
                        .filter(running -> !running.hasShardsAlike())
                        .isEmpty();
    }

    /**
     * Refuses what a version cannot show.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ASYMMETRIC_SHARD_UNSUPPORTED}
     */
    static Cluster requireShown(Call<?> call, Cluster cluster) {
        ErrorCode.ASYMMETRIC_SHARD_UNSUPPORTED.refuseIf(!isShown(call, cluster));
        return cluster;
    }

    private ClusterSubject subject(Call<?> call, Cluster cluster, boolean showsTags) {
        String path = "/groups/" + cluster.projectId() + "/clusters/" + cluster.name();
        List<Link> links = List.of(
                call.link("self", path),
                call.link(RELATIONS + "restoreJobs", path + "/backup/restoreJobs"),
                call.link(RELATIONS + "snapshots", path + "/backup/snapshots"));
        return new ClusterSubject(
                cluster,
                connectionStrings.connectionStrings(cluster),
                links,
                showsTags,
                EffectiveFields.areAsked(call));
    }
}
