package io.telamon.control.dataplane;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredClustersTest {

    private static final String GROUP = "/groups/" + PROJECT;

    @TempDir
    private Path folder;

    private Store store;
    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        store = TestStores.open(folder);
        // at this stage the serverless API makes genuine instances
        plane = TestControlPlane.start(
                store, new ControlSettings("test", Pace.INSTANT, Optional.of("serverless"), false, true));
        owner = plane.owner();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private String create(String api, String provider) {
        return owner.post(
                        GROUP + api,
                        "{'name':'one','providerSettings':{'backingProviderName':'AWS'," + provider
                                + "'regionName':'US_EAST_1'}}")
                .json()
                .at("/id")
                .asString();
    }

    private Tenant tenant(String id) {
        return new StoredClusters(store, "telamon.test").byId(new ClusterId(id)).orElseThrow();
    }

    @Test
    void describesAFlexClusterWithItsTier() {
        Tenant tenant = tenant(create("/flexClusters", ""));

        ClusterTier tier = ClusterTier.of(Cluster.Kind.FLEX);
        assertThat(tenant.project()).isEqualTo(new ProjectId(PROJECT));
        assertThat(tenant.name()).isEqualTo("one");
        assertThat(tenant.availability()).isEqualTo(Availability.SERVING);
        assertThat(tenant.features()).isEqualTo(managed(tier)).doesNotContain(TierFeature.DISK_USE);
        assertThat(tenant.limits()).isEqualTo(tier.limits());
    }

    /** Its features in a project whose threshold for slow operations is managed, as it is at first. */
    private static Set<TierFeature> managed(ClusterTier tier) {
        Set<TierFeature> features = EnumSet.of(TierFeature.MANAGED_SLOW_MS);
        features.addAll(tier.features());
        return features;
    }

    @Test
    void saysWhetherTheThresholdForSlowOperationsIsManaged() {
        String id = create("/flexClusters", "");
        owner.delete(GROUP + "/managedSlowMs/disable");

        assertThat(tenant(id).offers(TierFeature.MANAGED_SLOW_MS)).isFalse();
        owner.post(GROUP + "/managedSlowMs/enable", "");
        assertThat(tenant(id).offers(TierFeature.MANAGED_SLOW_MS)).isTrue();
    }

    @Test
    void describesAFreeClusterWithItsTier() {
        String id = owner.post(
                        "/groups/" + PROJECT + "/clusters",
                        "{'name':'free','replicationSpecs':[{'regionConfigs':[{'providerName':'TENANT',"
                                + "'backingProviderName':'AWS','regionName':'US_EAST_1',"
                                + "'electableSpecs':{'instanceSize':'M0'}}]}]}")
                .json()
                .at("/id")
                .asString();

        assertThat(tenant(id).features()).isEqualTo(managed(ClusterTier.of(Cluster.Kind.FLEX)));
        assertThat(tenant(id).limits())
                .isEqualTo(ClusterTier.of(Cluster.Kind.FREE).limits());
        assertThat(tenant(id).limits().of(TierLimit.OPERATIONS_PER_SECOND)).isEqualTo(100);
        assertThat(tenant(id).limits().of(TierLimit.STORAGE_BYTES)).isEqualTo(1L << 29);
    }

    @Test
    void describesADedicatedClusterByItsSizeAndItsDisks() {
        String id = dedicated("one");

        Tenant tenant = tenant(id);

        assertThat(tenant.features())
                .contains(TierFeature.SERVER_SIDE_JAVASCRIPT, TierFeature.DISK_USE, TierFeature.CHANGE_STREAMS)
                .doesNotContain(TierFeature.TIER_PROXY);
        assertThat(tenant.limits())
                .isEqualTo(new TierLimits(Map.of(TierLimit.CONNECTIONS, 1490L, TierLimit.STORAGE_BYTES, 20L << 30)));
        assertThat(tenant.offers(TierFeature.REDACTED_LOGS)).isFalse();
        owner.patch("/groups/" + PROJECT + "/clusters/one", "{'redactClientLogData':true}");
        assertThat(tenant(id).offers(TierFeature.REDACTED_LOGS)).isTrue();
        owner.patch("/groups/" + PROJECT + "/clusters/one", "{'paused':true}");
        assertThat(tenant(id).availability()).isEqualTo(Availability.PAUSED);
    }

    /** Dedicated clusters are named after themselves, in a domain of their project, as recorded. */
    @Test
    void findsMembersOfDedicatedClustersByTheirHostNames() {
        String one = dedicated("one");
        String two = dedicated("two");
        String domain = host(one, "''").substring(1);

        assertThat(host(two, "''").substring(1)).isEqualTo(domain).matches("[a-z0-9]{6}\\.telamon\\.test");
        NamedMember found = new StoredClusters(store, "telamon.test")
                .byHost("two-shard-00-01." + domain)
                .orElseThrow();
        assertThat(found.tenant().id()).isEqualTo(new ClusterId(two));
        assertThat(found.member()).isEqualTo(1);
        assertThat(found.hosts()).first().isEqualTo("two-shard-00-00." + domain);
    }

    private String dedicated(String name) {
        return owner.post(
                        "/groups/" + PROJECT + "/clusters",
                        "{'name':'" + name
                                + "','replicationSpecs':[{'regionConfigs':[{'providerName':'AWS','priority':7,"
                                + "'regionName':'US_EAST_1','electableSpecs':{'instanceSize':'M10','nodeCount':3,'diskSizeGB':20}}]}]}")
                .json()
                .at("/id")
                .asString();
    }

    @Test
    void describesAServerlessInstanceWithItsTier() {
        Tenant tenant = tenant(create("/serverless", "'providerName':'SERVERLESS',"));

        ClusterTier tier = ClusterTier.of(Cluster.Kind.SERVERLESS);
        assertThat(tenant.features()).isEqualTo(managed(tier)).doesNotContain(TierFeature.COMPRESSION);
        assertThat(tenant.limits()).isEqualTo(tier.limits());
    }

    @Test
    void findsMembersByTheirHostNames() {
        String id = create("/flexClusters", "");
        StoredClusters clusters = new StoredClusters(store, "telamon.test");

        for (int member = 0; member < 3; member++) {
            NamedMember found = clusters.byHost(host(id, "shard_label || '-shard-00-0" + member + "'"))
                    .orElseThrow();
            assertThat(found.tenant().id()).isEqualTo(new ClusterId(id));
            assertThat(found.member()).isEqualTo(member);
            assertThat(found.hosts()).hasSize(3);
        }
        assertThat(clusters.byHost(host(id, "shard_label || '-shard-00-03'"))).isEmpty();
        assertThat(clusters.byHost(host(id, "shard_label"))).isEmpty();
    }

    @Test
    void findsAClusterWhoseOwnNameLooksLikeThatOfAMember() {
        String id = owner.post(
                        GROUP + "/flexClusters",
                        "{'name':'one-shard-00-01','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}")
                .json()
                .at("/id")
                .asString();

        NamedMember found = new StoredClusters(store, "telamon.test")
                .byHost(host(id, "host_label"))
                .orElseThrow();

        assertThat(found.tenant().id()).isEqualTo(new ClusterId(id));
        assertThat(found.member()).isZero();
    }

    private String host(String id, String label) {
        return store.read(handle -> handle.createQuery(
                        "SELECT " + label + " || '.' || host_hash || '.telamon.test' FROM cluster WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    @Test
    void putsTheClustersOwnLimitsOverThoseOfItsTier() {
        String id = create("/flexClusters", "");
        owner.put("/telamon/v1/clusters/" + id + "/limits", "{'connections':3,'operationsPerSecond':0}");

        assertThat(tenant(id).limits())
                .isEqualTo(ClusterTier.of(Cluster.Kind.FLEX)
                        .limits()
                        .with(TierLimit.CONNECTIONS, 3)
                        .without(TierLimit.OPERATIONS_PER_SECOND));
    }
}
