package io.telamon.control.cluster;

import java.time.Instant;
import java.util.List;

/**
 * A cluster, whatever API made it.
 *
 * @param name unique in the project
 * @param inServerlessApi whether the serverless API shows it: a serverless instance, or a flex cluster made there or
 *     migrated from one
 * @param createdAt whole seconds
 * @param continuousBackup whether continuous backup is on; only serverless instances have it
 * @param autoIndexing what the serverless API was told to do about indexes
 */
public record Cluster(
        String id,
        String projectId,
        String organizationId,
        String name,
        Kind kind,
        boolean inServerlessApi,
        Provider provider,
        String region,
        ClusterState state,
        Instant createdAt,
        Hosts hosts,
        boolean terminationProtection,
        boolean continuousBackup,
        boolean autoIndexing,
        List<Tag> tags) {

    /** What a cluster is. */
    public enum Kind {
        FLEX,
        SERVERLESS
    }

    public Cluster {
        tags = List.copyOf(tags);
    }

    /** The same cluster in another state. */
    Cluster in(ClusterState other) {
        return new Cluster(
                id,
                projectId,
                organizationId,
                name,
                kind,
                inServerlessApi,
                provider,
                region,
                other,
                createdAt,
                hosts,
                terminationProtection,
                continuousBackup,
                autoIndexing,
                tags);
    }

    /** The same cluster with what the client has changed, in the state that follows. */
    Cluster with(ClusterChange change) {
        return new Cluster(
                id,
                projectId,
                organizationId,
                name,
                kind,
                inServerlessApi,
                provider,
                region,
                state.changed(),
                createdAt,
                hosts,
                change.terminationProtection().orElse(terminationProtection),
                kind == Kind.SERVERLESS && change.continuousBackup().orElse(continuousBackup),
                autoIndexing,
                change.tags().orElse(tags));
    }

    Cluster autoIndexing(boolean enabled) {
        return new Cluster(
                id,
                projectId,
                organizationId,
                name,
                kind,
                inServerlessApi,
                provider,
                region,
                state,
                createdAt,
                hosts,
                terminationProtection,
                continuousBackup,
                enabled,
                tags);
    }

    /** The flex cluster that a serverless instance becomes: name, id, hosts and data stay. */
    Cluster migratedToFlex() {
        return new Cluster(
                id,
                projectId,
                organizationId,
                name,
                Kind.FLEX,
                true,
                provider,
                region,
                state,
                createdAt,
                hosts,
                terminationProtection,
                false,
                autoIndexing,
                tags);
    }
}
