package io.telamon.control.cluster.dedicated;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of a dedicated replica set through the clusters API. */
@WithControlPlane(pace = Pace.MANUAL)
class DedicatedClusterTest {

    static final String ALL = "/groups/" + PROJECT + "/clusters";
    private static final String ONE = ALL + "/first";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void comesUpServesAndEnds() {
        assertThat(owner.post(ALL, replicaSet("first")).status()).isEqualTo(201);
        JsonNode creating = owner.get(ONE).json();
        release();
        JsonNode idle = owner.get(ONE).json();
        Answer deleted = owner.delete(ONE);
        JsonNode deleting = owner.get(ONE).json();
        release();

        assertThat(creating.at("/stateName").asString()).isEqualTo("CREATING");
        assertThat(creating.at("/connectionStrings")).isEmpty();
        assertThat(idle.at("/stateName").asString()).isEqualTo("IDLE");
        assertThat(idle.at("/connectionStrings").propertyNames()).containsExactly("standard", "standardSrv");
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleting.at("/stateName").asString()).isEqualTo("DELETING");
        assertThat(owner.get(ONE).errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
        assertThat(types())
                .startsWith("CLUSTER_DELETED", "CLUSTER_DELETE_SUBMITTED", "CLUSTER_READY", "CLUSTER_CREATED");
    }

    @Test
    void isListedWithFreeClustersAndNotAmongFlexClusters() {
        owner.post(ALL, replicaSet("first"));
        owner.post(ALL, FreeClusterTest.free("second"));

        assertThat(owner.get(ALL)
                        .json()
                        .at("/results")
                        .valueStream()
                        .map(one -> one.at("/name").asString()))
                .containsExactly("first", "second");
        assertThat(owner.get("/groups/" + PROJECT + "/flexClusters").json().at("/results"))
                .isEmpty();
        assertThat(owner.get("/groups/" + PROJECT + "/flexClusters/first").errorCode())
                .isEqualTo("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API");
    }

    @Test
    void hasTheHardwareOfItsSizeWhereTheClientDoesNotSay() {
        owner.post(ALL, replicaSet("first"));

        JsonNode spec = owner.get(ONE).json().at("/replicationSpecs/0");

        assertThat(spec.at("/zoneName").asString()).isEqualTo("Zone 1");
        assertThat(spec.at("/regionConfigs/0/electableSpecs").toString())
                .isEqualTo("{\"instanceSize\":\"M10\",\"diskIOPS\":3000,\"diskSizeGB\":10.0,"
                        + "\"ebsVolumeType\":\"STANDARD\",\"nodeCount\":3}");
        assertThat(spec.at("/regionConfigs/0/analyticsSpecs/nodeCount").asInt(-1))
                .isZero();
        assertThat(spec.at("/regionConfigs/0/effectiveElectableSpecs"))
                .isEqualTo(spec.at("/regionConfigs/0/electableSpecs"));
    }

    /** The ids of a zone, of its specification and of its shard differ, and each version shows its own, as recorded. */
    @Test
    void isShownByZoneAndByShard() {
        owner.post(ALL, replicaSet("first"));

        JsonNode zoned = at("2023-02-01").get(ONE).json();
        JsonNode sharded = at("2024-08-05").get(ONE).json();

        assertThat(String.join(" ", zoned.propertyNames()))
                .isEqualTo("advancedConfiguration backupEnabled biConnector clusterType connectionStrings createDate"
                        + " diskSizeGB diskWarmingMode encryptionAtRestProvider globalClusterSelfManagedSharding groupId"
                        + " id labels links mongoDBMajorVersion mongoDBVersion name paused pitEnabled replicationSpecs"
                        + " rootCertType stateName tags terminationProtectionEnabled versionReleaseSystem");
        assertThat(String.join(" ", sharded.propertyNames()))
                .isEqualTo("adaptiveCapacity advancedConfiguration backupEnabled biConnector clusterType"
                        + " connectionStrings createDate diskWarmingMode effectiveDatabaseEdition"
                        + " effectiveReplicationSpecs encryptionAtRestProvider featureCompatibilityVersion"
                        + " globalClusterSelfManagedSharding groupId id internalClusterRole labels links"
                        + " mongoDBMajorVersion mongoDBVersion name paused pitEnabled redactClientLogData"
                        + " replicationSpecs retainBackups rootCertType stateName tags terminationProtectionEnabled"
                        + " useAwsTimeBasedSnapshotCopyForFastInitialSync versionReleaseSystem");
        assertThat(zoned.at("/replicationSpecs/0/zoneId")).isEqualTo(sharded.at("/replicationSpecs/0/zoneId"));
        assertThat(List.of(
                        zoned.at("/replicationSpecs/0/id"),
                        sharded.at("/replicationSpecs/0/id"),
                        zoned.at("/replicationSpecs/0/zoneId")))
                .doesNotHaveDuplicates();
        assertThat(zoned.at("/replicationSpecs/0/regionConfigs/0/electableSpecs")
                        .has("diskSizeGB"))
                .isFalse();
        assertThat(zoned.at("/advancedConfiguration").toString())
                .isEqualTo("{\"customOpensslCipherConfigTls12\":[],\"customOpensslCipherConfigTls13\":[],"
                        + "\"minimumEnabledTlsProtocol\":\"TLS1_2\",\"tlsCipherConfigMode\":\"DEFAULT\"}");
    }

    /** As the Atlas CLI sends it. */
    @Test
    void isMadeByTheVersionOfFebruary2023() {
        JsonNode made = at("2023-02-01").post(ALL, """
                        {'name':'first','groupId':'%s','clusterType':'REPLICASET','diskSizeGB':30,'backupEnabled':true,
                        'pitEnabled':true,'mongoDBMajorVersion':'7.0','tags':[{'key':'env','value':'test'}],
                        'replicationSpecs':[{'numShards':1,'zoneName':'Zone 1','regionConfigs':[{'priority':7,
                        'providerName':'AWS','regionName':'US_EAST_1','electableSpecs':{'instanceSize':'M10','nodeCount':3},
                        'readOnlySpecs':{'instanceSize':'M10','nodeCount':0}}]}]}""".formatted(PROJECT)).json();

        assertThat(made.at("/diskSizeGB").asDouble()).isEqualTo(30);
        assertThat(made.at("/pitEnabled").asBoolean()).isTrue();
        assertThat(made.at("/mongoDBVersion").asString()).isEqualTo("7.0.40");
        assertThat(made.at("/tags/0/value").asString()).isEqualTo("test");
        assertThat(owner.get(ONE + "/autoScalingConfiguration").json().toString())
                .isEqualTo("{\"autoScalingMode\":\"CLUSTER_WIDE_SCALING\"}");
    }

    @Test
    void showsNoBackupAndNoTagsWhileItIsDeleted() {
        owner.post(
                ALL,
                replicaSet("first")
                        .replace(
                                "{'name'",
                                "{'backupEnabled':true,'pitEnabled':true,'tags':[{'key':'k','value':'v'}],'name'"));
        owner.delete(ONE);

        JsonNode deleting = owner.get(ONE).json();

        assertThat(deleting.at("/backupEnabled").asBoolean()).isFalse();
        assertThat(deleting.at("/pitEnabled").asBoolean()).isTrue();
        assertThat(deleting.at("/tags")).isEmpty();
    }

    private TestClient at(String version) {
        return owner.accepting("application/vnd.atlas." + version + "+json");
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    private List<String> types() {
        return owner.get("/groups/" + PROJECT + "/events")
                .json()
                .at("/results")
                .valueStream()
                .map(event -> event.at("/eventTypeName").asString())
                .toList();
    }

    static String replicaSet(String name) {
        return "{'name':'" + name + "','clusterType':'REPLICASET','replicationSpecs':[{'regionConfigs':[{"
                + "'electableSpecs':{'instanceSize':'M10','nodeCount':3},'priority':7,"
                + "'providerName':'AWS','regionName':'US_EAST_1'}]}]}";
    }
}
