package io.telamon.control.cluster.dedicated;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Free clusters have the attributes that were recorded of each version, in the recorded order. */
@WithControlPlane(pace = Pace.INSTANT)
class FreeClusterViewTest {

    private static final String ALL = "/groups/" + PROJECT + "/clusters";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    @Test
    void hasADiskAndSpecsByZoneInTheVersionOfFebruary2023() {
        at("2023-02-01").post(ALL, FreeClusterTest.free("first"));

        Answer answer = at("2023-02-01").get(ALL + "/first");

        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.atlas.2023-02-01+json;charset=utf-8");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("10000");
        assertThat(String.join(" ", answer.json().propertyNames()))
                .isEqualTo(
                        "backupEnabled biConnector clusterType connectionStrings createDate diskSizeGB diskWarmingMode"
                                + " encryptionAtRestProvider globalClusterSelfManagedSharding groupId id labels links"
                                + " mongoDBMajorVersion mongoDBVersion name paused pitEnabled replicationSpecs rootCertType"
                                + " stateName tags terminationProtectionEnabled versionReleaseSystem");
        assertThat(answer.text()).contains("\"diskSizeGB\":0.5,");
        JsonNode spec = answer.json().at("/replicationSpecs/0");
        assertThat(spec.propertyNames()).containsExactly("id", "numShards", "regionConfigs", "zoneId", "zoneName");
        assertThat(spec.at("/regionConfigs/0").toString())
                .isEqualTo("{\"electableSpecs\":{\"effectiveInstanceSize\":\"M0\",\"instanceSize\":\"M0\"},"
                        + "\"backingProviderName\":\"AWS\",\"priority\":7,\"providerName\":\"TENANT\","
                        + "\"regionName\":\"US_EAST_1\"}");
        assertThat(answer.json().at("/links").toString())
                .contains(ALL + "/first/backup/restoreJobs\",\"rel\":\"https://cloud.mongodb.com/restoreJobs\"")
                .contains(ALL + "/first/backup/snapshots\",\"rel\":\"https://cloud.mongodb.com/snapshots\"");
    }

    @Test
    void hasSpecsByShardInTheVersionOfAugust2024() {
        at("2024-10-23").post(ALL, FreeClusterTest.free("first"));

        Answer answer = at("2024-08-05").get(ALL + "/first");

        assertThat(String.join(" ", answer.json().propertyNames()))
                .isEqualTo("adaptiveCapacity backupEnabled biConnector clusterType connectionStrings createDate"
                        + " diskWarmingMode effectiveDatabaseEdition effectiveReplicationSpecs encryptionAtRestProvider"
                        + " featureCompatibilityVersion globalClusterSelfManagedSharding groupId id internalClusterRole"
                        + " labels links mongoDBMajorVersion mongoDBVersion name paused pitEnabled redactClientLogData"
                        + " replicationSpecs retainBackups rootCertType stateName tags terminationProtectionEnabled"
                        + " useAwsTimeBasedSnapshotCopyForFastInitialSync versionReleaseSystem");
        assertThat(answer.text()).startsWith("{\"adaptiveCapacity\":null,");
        JsonNode spec = answer.json().at("/replicationSpecs/0");
        assertThat(spec.propertyNames()).containsExactly("id", "regionConfigs", "zoneId", "zoneName");
        assertThat(spec.at("/regionConfigs/0/electableSpecs").toString())
                .isEqualTo("{\"effectiveInstanceSize\":\"M0\",\"instanceSize\":\"M0\",\"diskSizeGB\":0.5}");
        assertThat(answer.json().at("/effectiveReplicationSpecs"))
                .isEqualTo(answer.json().at("/replicationSpecs"));
    }

    @Test
    void hasNodesByRegionInTheVersionOfJanuary2023() {
        owner.post(ALL, FreeClusterTest.free("first"));

        Answer answer = at("2023-01-01").get(ALL + "/first");

        assertThat(String.join(" ", answer.json().propertyNames()))
                .isEqualTo("autoScaling backupEnabled biConnector clusterType connectionStrings createDate diskSizeGB"
                        + " diskWarmingMode encryptionAtRestProvider globalClusterSelfManagedSharding groupId id labels"
                        + " links mongoDBMajorVersion mongoDBVersion mongoURI mongoURIUpdated mongoURIWithOptions name"
                        + " numShards paused pitEnabled providerBackupEnabled providerSettings replicationFactor"
                        + " replicationSpec replicationSpecs rootCertType srvAddress stateName tags"
                        + " terminationProtectionEnabled versionReleaseSystem");
        assertThat(answer.json().at("/providerSettings").toString())
                .isEqualTo("{\"providerName\":\"TENANT\",\"autoScaling\":{\"compute\":{\"maxInstanceSize\":null,"
                        + "\"minInstanceSize\":null}},\"backingProviderName\":\"AWS\",\"effectiveInstanceSizeName\":\"M0\","
                        + "\"instanceSizeName\":\"M0\",\"regionName\":\"US_EAST_1\"}");
        assertThat(answer.json().at("/replicationSpecs/0").propertyNames())
                .containsExactly("id", "numShards", "regionsConfig", "zoneName");
        assertThat(answer.json().at("/replicationSpec").toString())
                .isEqualTo("{\"US_EAST_1\":{\"analyticsNodes\":0,\"electableNodes\":3,\"priority\":7,"
                        + "\"readOnlyNodes\":0}}");
        assertThat(answer.json().at("/mongoURIWithOptions").asString())
                .startsWith(answer.json().at("/mongoURI").asString() + "/?");
    }

    /** The recorded service gives the zone, its spec and its shard ids of their own, which do not change. */
    @Test
    void keepsTheIdsOfItsZoneAndShard() {
        owner.post(ALL, FreeClusterTest.free("first"));

        JsonNode zoned = at("2023-02-01").get(ALL + "/first").json().at("/replicationSpecs/0");
        JsonNode sharded = at("2024-08-05").get(ALL + "/first").json().at("/replicationSpecs/0");
        JsonNode legacy = at("2023-01-01").get(ALL + "/first").json().at("/replicationSpecs/0");

        assertThat(zoned.at("/zoneId")).isEqualTo(sharded.at("/zoneId"));
        assertThat(zoned.at("/id")).isEqualTo(legacy.at("/id")).isNotEqualTo(sharded.at("/id"));
        assertThat(zoned.at("/zoneId").asString())
                .matches("[0-9a-f]{24}")
                .isNotEqualTo(zoned.at("/id").asString());
    }

    @Test
    void keepsLabelsTagsAndTheNameOfItsZone() {
        owner.post(
                ALL,
                FreeClusterTest.free("first")
                        .replace("Zone 1", "ZoneName managed by Terraform")
                        .replace("{'name'", "{'labels':[{'key':'a','value':'b'}],'adaptiveCapacity':'x','name'"));

        JsonNode shown = owner.get(ALL + "/first").json();

        assertThat(shown.at("/labels").toString()).isEqualTo("[{\"key\":\"a\",\"value\":\"b\"}]");
        assertThat(shown.at("/replicationSpecs/0/zoneName").asString()).isEqualTo("ZoneName managed by Terraform");
        assertThat(owner.get(ALL).json().at("/results/0")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-01, CLUSTER_WIDE_SCALING",
        "2024-08-05, CLUSTER_WIDE_SCALING",
        "2024-10-23, INDEPENDENT_SHARD_SCALING",
    })
    void scalesAsTheVersionSaysThatMadeIt(String version, String mode) {
        at(version).post(ALL, FreeClusterTest.free("first"));

        assertThat(owner.get(ALL + "/first/autoScalingConfiguration").text())
                .isEqualTo("{\"autoScalingMode\":\"" + mode + "\"}");
        assertThat(owner.get(ALL + "/first/status").text()).isEqualTo("{\"changeStatus\":\"APPLIED\"}");
    }

    @Test
    void showsTheDefaultsOfItsProcesses() {
        owner.post(ALL, FreeClusterTest.free("first"));

        assertThat(at("2023-01-01").get(ALL + "/first/processArgs").text())
                .isEqualTo("{\"changeStreamOptionsPreAndPostImagesExpireAfterSeconds\":null,"
                        + "\"chunkMigrationConcurrency\":null,\"customOpensslCipherConfigTls12\":[],"
                        + "\"customOpensslCipherConfigTls13\":[],\"defaultMaxTimeMS\":null,\"defaultReadConcern\":null,"
                        + "\"defaultWriteConcern\":null,\"failIndexKeyTooLong\":null,\"javascriptEnabled\":true,"
                        + "\"minimumEnabledTlsProtocol\":\"TLS1_2\",\"noTableScan\":false,"
                        + "\"oplogMinRetentionHours\":null,\"oplogSizeMB\":null,\"queryStatsLogVerbosity\":null,"
                        + "\"sampleRefreshIntervalBIConnector\":null,\"sampleSizeBIConnector\":null,"
                        + "\"tlsCipherConfigMode\":\"DEFAULT\",\"transactionLifetimeLimitSeconds\":null}");
        assertThat(at("2024-08-05").get(ALL + "/first/processArgs").json().propertyNames())
                .hasSize(16)
                .doesNotContain("defaultReadConcern", "failIndexKeyTooLong");
    }

    private TestClient at(String version) {
        return owner.accepting("application/vnd.atlas." + version + "+json");
    }
}
