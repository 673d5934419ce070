package io.telamon.control.cluster;

import io.telamon.control.api.Patch;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A cluster, whatever API made it.
 *
 * @param inServerlessApi whether the serverless API shows it: a serverless instance, or a flex cluster made there or
 *     migrated from one
 */
public record Cluster(
        @Nested ClusterIdentity identity,
        Kind kind,
        boolean inServerlessApi,
        @Nested Placement placement,
        ClusterSpec spec,
        ClusterState state) {

    /** What a cluster is. */
    public enum Kind {
        FLEX,
        SERVERLESS,
        /** Instance size M0, of which a project has one at most. */
        FREE,
        /** Instance size M10 or larger, on hosts of its own. */
        DEDICATED
    }

    /** 24 hexadecimal digits. */
    public ClusterId id() {
        return identity.id();
    }

    /** Unique in its project. */
    public String name() {
        return identity.name();
    }

    /** The project that has it. */
    public ProjectId projectId() {
        return identity.projectId();
    }

    /** The organization that owns the project. */
    public OrganizationId organizationId() {
        return identity.organizationId();
    }

    /** What names it in the API. */
    public ClusterKey key() {
        return new ClusterKey(projectId(), name());
    }

    /** Whether drivers find routers of a sharded cluster, and not the members of a replica set. */
    public boolean isSharded() {
        return spec.running()
                .filter(topology -> topology.type() != ClusterType.REPLICASET)
                .isPresent();
    }

    /** The same cluster with what the client has changed, in the state that follows. Flex clusters have no continuous backup. */
    Cluster changed(ClusterChange change) {
        ClusterChange possible = kind == Kind.SERVERLESS ? change : change.withoutContinuousBackup();
        return with(Patch.applied(spec, possible)).in(state.changed());
    }

    /** The same cluster as the clusters API has changed it, in the state that follows. */
    Cluster revised(ClusterSpec after) {
        return with(after).in(state.changed());
    }

    /** The same cluster with what it has for a time. */
    Cluster expiring(Expiring expiring) {
        ClusterSettings settings = spec.settings();
        return settings == null ? this : with(spec.with(settings.with(expiring)));
    }

    Cluster autoIndexing(boolean enabled) {
        return with(Patch.applied(spec, new ClusterChange(enabled, null, null, null)));
    }

    /** The flex cluster that a serverless instance becomes: name, id, hosts and data stay. */
    Cluster migratedToFlex() {
        ClusterSpec flex = Patch.applied(spec, new ClusterChange(null, false, null, null));
        return new Cluster(identity, Kind.FLEX, true, placement, flex, state);
    }

    Cluster created(ClusterState.Creating creating) {
        return in(creating.created());
    }

    Cluster updated(ClusterState.Updating updating) {
        return in(updating.updated());
    }

    Cluster failing(ClusterState.Idle idle) {
        return in(idle.failing());
    }

    Cluster repaired(ClusterState.Repairing repairing) {
        return in(repairing.repaired());
    }

    Cluster deleting() {
        return in(state.deleting());
    }

    private Cluster with(ClusterSpec other) {
        return new Cluster(identity, kind, inServerlessApi, placement, other, state);
    }

    private Cluster in(ClusterState other) {
        return new Cluster(identity, kind, inServerlessApi, placement, spec, other);
    }
}
