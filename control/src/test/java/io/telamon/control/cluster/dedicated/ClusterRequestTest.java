package io.telamon.control.cluster.dedicated;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a new cluster, by which code with which parameters. */
@WithControlPlane
class ClusterRequestTest {

    private static final String ALL = "/groups/" + PROJECT + "/clusters";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    /** Each row: what stands in the body of a free cluster, what instead, the code and its parameters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'TENANT' | 'AWS' | INVALID_ENUM_VALUE | [\"M0\"]",
                "'TENANT' | 'IBM' | INVALID_PROVIDER | [\"IBM\"]",
                "'M0' | 'M2' | INVALID_ENUM_VALUE | [\"M2\"]",
                "'M0' | 'M10' | INVALID_ENUM_VALUE | [\"M10\"]",
                "'electableSpecs':{'instanceSize':'M0'}, | `` | MISSING_ATTRIBUTE | [\"electableSpecs\"]",
                "'instanceSize':'M0' | 'nodeCount':3 | MISSING_ATTRIBUTE | [\"instanceSize\"]",
                "'backingProviderName':'AWS', | `` | MISSING_ATTRIBUTE | [\"backingProviderName\"]",
                "'backingProviderName':'AWS' | 'backingProviderName':'TENANT' | INVALID_PROVIDER | [\"TENANT\"]",
                "US_EAST_1 | NOWHERE | INVALID_ATTRIBUTE | [\"regionName\"]",
                "'priority':7 | 'priority':6 | INVALID_ATTRIBUTE | [\"priority\"]",
                "'priority':7 | 'readOnlySpecs':{'instanceSize':'M0','nodeCount':1} | INVALID_ATTRIBUTE | [\"readOnlySpecs\"]",
                "REPLICASET | SHARDED | SHARDING_NOT_SUPPORTED | [\"M0\"]",
                "{'name' | {'paused':true,'name' | CANNOT_CREATE_PAUSED_CLUSTER | [\"first\"]",
                "{'name' | {'backupEnabled':true,'name' | INVALID_TENANT_BACKUP_ENABLED | [\"true\",\"M0\"]",
                "{'name' | {'pitEnabled':true,'name' | INVALID_ATTRIBUTE | [\"pitEnabled\"]",
                "{'name' | {'biConnector':{'enabled':true},'name' | INVALID_ATTRIBUTE | [\"biConnector\"]",
                "{'name' | {'encryptionAtRestProvider':'AWS','name' | CANNOT_USE_ENCRYPTION_AT_REST_TENANT | []",
                "{'name' | {'mongoDBMajorVersion':'7.0','name' | MONGODB_VERSION_INVALID | [\"7.0\"]",
                "{'name' | {'versionReleaseSystem':'CONTINUOUS','name' | INVALID_ATTRIBUTE | [\"versionReleaseSystem\"]",
                "{'name' | {'redactClientLogData':true,'name' | INVALID_ATTRIBUTE | [\"redactClientLogData\"]",
                "{'name' | {'retainBackups':true,'name' | INVALID_ATTRIBUTE | [\"retainBackups\"]",
                "{'name' | {'advancedConfiguration':{'tlsCipherConfigMode':'CUSTOM'},'name' | INVALID_ATTRIBUTE | [\"advancedConfiguration\"]",
                "{'name' | {'replicaSetScalingStrategy':'NODE_TYPE','name' | INVALID_ATTRIBUTE | [\"replicaSetScalingStrategy\"]",
                "{'name' | {'configServerManagementMode':'FIXED_TO_DEDICATED','name' | INVALID_ATTRIBUTE | [\"configServerManagementMode\"]",
                "'priority':7 | 'autoScaling':{'diskGB':{'enabled':true}} | INVALID_ATTRIBUTE | [\"autoScaling\"]",
                "{'name' | {'colour':'green','name' | INVALID_ATTRIBUTE | [\"colour\"]",
                "'name':'first', | `` | MISSING_ATTRIBUTE | [\"name\"]",
                "}]} | },{'regionConfigs':[{'providerName':'TENANT','regionName':'US_EAST_1'}]}]} | REPLICATION_SPECS_INVALID | []",
            })
    void isRefusedByTheCodeOfTheRuleThatItBreaks(String part, String other, String code, String parameters) {
        Answer answer = owner.post(ALL, FreeClusterTest.free("first").replace(part, other));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().at("/parameters").toString()).isEqualTo(parameters);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
    }

    @Test
    void namesTheRegionsThatHaveFreeClusters() {
        Answer answer = owner.post(ALL, FreeClusterTest.free("first").replace("US_EAST_1", "US_EAST_2"));

        assertThat(answer.errorCode()).isEqualTo("INVALID_TENANT_CONFIGURATION");
        assertThat(answer.json().at("/parameters").valueStream().limit(5).map(parameter -> parameter.asString()))
                .containsExactly("M0", "8.0", "US_EAST_2", "M0", "8.0");
        assertThat(answer.json().at("/parameters/5").asString()).startsWith("US_EAST_1, US_WEST_2, EU_NORTH_1");
    }

    @Test
    void isRefusedWhereItNamesAnotherProject() {
        String other = "c".repeat(24);

        Answer answer =
                owner.post(ALL, FreeClusterTest.free("first").replace("{'name'", "{'groupId':'" + other + "','name'"));

        assertThat(answer.errorCode()).isEqualTo("CLUSTER_GROUP_ID_INVALID");
        assertThat(answer.json().at("/parameters").toString()).isEqualTo("[\"" + other + "\",\"" + PROJECT + "\"]");
    }

    /** What clients send along of a cluster that they have read, or by habit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'backupEnabled':false,'pitEnabled':false,'paused':false,'mongoDBMajorVersion':'8.0'",
                "'biConnector':{'enabled':false,'readPreference':'SECONDARY'},'encryptionAtRestProvider':'NONE'",
                "'links':[],'id':'x','stateName':'IDLE','connectionStrings':{},'createDate':'now','mongoDBVersion':'8.0.1'",
                "'rootCertType':'ISRGROOTX1','versionReleaseSystem':'LTS','diskWarmingMode':'FULLY_WARMED'",
                "'configServerManagementMode':'ATLAS_MANAGED','replicaSetScalingStrategy':'WORKLOAD_TYPE','retainBackups':false",
            })
    void mayRepeatWhatAFreeClusterHas(String attributes) {
        assertThat(owner.post(ALL, FreeClusterTest.free("first").replace("{'name'", "{" + attributes + ",'name'"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void hasADiskSizeAndShardsInTheVersionOfFebruary2023Only() {
        String body = FreeClusterTest.free("first")
                .replace("{'name'", "{'diskSizeGB':0.0,'name'")
                .replace("'zoneName'", "'numShards':1,'zoneName'");

        assertThat(owner.post(ALL, body).errorCode()).isEqualTo("INVALID_ATTRIBUTE");
        assertThat(owner.accepting("application/vnd.atlas.2023-02-01+json")
                        .post(ALL, body)
                        .status())
                .isEqualTo(201);
    }
}
