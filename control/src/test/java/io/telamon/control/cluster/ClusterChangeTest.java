package io.telamon.control.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterChangeTest {

    private static final ClusterChange BACKUP_ON = new ClusterChange(null, true, null, null);

    @Test
    void switchesContinuousBackupOfServerlessInstances() {
        assertThat(cluster(Cluster.Kind.SERVERLESS).changed(BACKUP_ON).spec().continuousBackup())
                .isTrue();
    }

    /** Also of those that were serverless instances when the client asked. */
    @Test
    void leavesContinuousBackupOfFlexClustersOff() {
        Cluster migrated = cluster(Cluster.Kind.SERVERLESS).migratedToFlex();

        assertThat(migrated.changed(BACKUP_ON).spec().continuousBackup()).isFalse();
        assertThat(cluster(Cluster.Kind.FLEX).changed(BACKUP_ON).spec().continuousBackup())
                .isFalse();
    }

    @Test
    void keepsWhatItLeavesOut() {
        Cluster cluster = cluster(Cluster.Kind.FLEX);

        assertThat(cluster.changed(new ClusterChange(null, null, null, null)).spec())
                .isEqualTo(cluster.spec());
    }

    private static Cluster cluster(Cluster.Kind kind) {
        return new Cluster(
                new ClusterIdentity(
                        new ClusterId("c"), new ProjectId("p"), new OrganizationId("o"), "name", Instant.EPOCH),
                kind,
                true,
                new Placement(Provider.AWS, "US_EAST_1", new Hosts("l", "h", "s", "r", MemberPorts.NONE)),
                new ClusterSpec(true, false, List.of(new Tag("k", "v")), true),
                new ClusterState.Idle());
    }
}
