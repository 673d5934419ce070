package io.telamon.control.monitoring;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.MongoVersion;
import java.time.Instant;
import java.util.List;

/**
 * A process as recorded.
 *
 * @param lastPing when it was seen last
 * @param userAlias the host that connection strings name
 */
record ProcessView(
        Instant created,
        String groupId,
        String hostname,
        String id,
        Instant lastPing,
        List<Link> links,
        int port,
        String replicaSetName,
        String typeName,
        String userAlias,
        String version) {

    private static String version(Cluster cluster) {
        ClusterSettings settings = cluster.spec().settings();
        return settings == null ? MongoVersion.CURRENT : MongoVersion.releaseOf(settings.mongoDBMajorVersion());
    }

    static ProcessView of(MonitoredProcess process, Instant now, Call<?> call) {
        Cluster cluster = process.cluster();
        return new ProcessView(
                cluster.identity().createdAt(),
                cluster.projectId().value(),
                process.address().name(),
                process.id(),
                now,
                List.of(call.link("self", process.path())),
                process.address().advertised().port(),
                cluster.placement().hosts().replicaSet(),
                process.typeName(),
                process.address().advertised().host(),
                version(cluster));
    }
}
