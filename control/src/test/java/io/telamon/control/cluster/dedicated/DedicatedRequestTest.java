package io.telamon.control.cluster.dedicated;

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

/** Which dedicated clusters can be asked for. */
@WithControlPlane(pace = Pace.INSTANT)
class DedicatedRequestTest {

    private static final String ALL = DedicatedClusterTest.ALL;
    private static final String REGION = "/replicationSpecs/0/regionConfigs/0";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    /** Each row: what stands in the body of a replica set of size M10, what instead, the code and its parameters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'nodeCount':3 | 'nodeCount':2 | INVALID_ATTRIBUTE | [\"number of electable nodes\"]",
                "'nodeCount':3 | 'nodeCount':4 | INVALID_ATTRIBUTE | [\"number of electable nodes\"]",
                "'nodeCount':3 | 'nodeCount':9 | INVALID_ATTRIBUTE | [\"number of electable nodes\"]",
                "'nodeCount':3 | 'nodeCount':-1 | INVALID_ATTRIBUTE | [\"nodeCount\"]",
                "'priority':7 | 'priority':6 | INVALID_ATTRIBUTE | [\"priority\"]",
                "US_EAST_1 | NOWHERE | INVALID_ATTRIBUTE | [\"regionName\"]",
                "'AWS' | 'IBM' | INVALID_PROVIDER | [\"IBM\"]",
                "'M10' | 'M2' | INVALID_ENUM_VALUE | [\"M2\"]",
                "'M10' | 'M90' | INVALID_ENUM_VALUE | [\"M90\"]",
                "'instanceSize':'M10', | `` | MISSING_ATTRIBUTE | [\"instanceSize\"]",
                "'electableSpecs':{'instanceSize':'M10','nodeCount':3}, | `` | MISSING_ATTRIBUTE | [\"electableSpecs\"]",
                "}]}]} | }]},{'regionConfigs':[{'electableSpecs':{'instanceSize':'M10','nodeCount':3},'providerName':'AWS','regionName':'US_EAST_1'}]}]} | REPLICATION_SPECS_INVALID | []",
                "}]}]} | },{'electableSpecs':{'nodeCount':2},'priority':6,'providerName':'AWS','regionName':'US_EAST_1'}]}]} | INVALID_CLUSTER_CONFIGURATION | []",
                "}]}]} | },{'electableSpecs':{'nodeCount':2},'priority':5,'providerName':'AWS','regionName':'US_WEST_2'}]}]} | INVALID_ATTRIBUTE | [\"priority\"]",
                "}]}]} | },{'readOnlySpecs':{'nodeCount':2},'priority':6,'providerName':'AWS','regionName':'US_WEST_2'}]}]} | INVALID_ATTRIBUTE | [\"priority\"]",
                "'priority':7 | 'readOnlySpecs':{'instanceSize':'M20','nodeCount':1} | INSTANCE_SIZE_MUST_MATCH_IN_REGION_CONFIGS | []",
                "'nodeCount':3 | 'nodeCount':3,'diskSizeGB':10.5 | CLUSTER_DISK_SIZE_NOT_WHOLE_NUMBER | [10.5]",
                "'nodeCount':3 | 'nodeCount':3,'diskIOPS':3001 | CLUSTER_DISK_IOPS_INVALID | [3001,10,\"M10\",\"STANDARD\",\"3000\"]",
                "'nodeCount':3 | 'nodeCount':3,'ebsVolumeType':'PROVISIONED' | CLUSTER_DISK_IOPS_INVALID | [3000,10,\"M10\",\"PROVISIONED\",\"100 to 500\"]",
                "'priority':7 | 'readOnlySpecs':{'diskSizeGB':20},'analyticsSpecs':{'diskSizeGB':30} | INVALID_ATTRIBUTE | [\"diskSizeGB\"]",
                "'priority':7 | 'autoScaling':{'compute':{'enabled':true}} | COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED | []",
                "'priority':7 | 'autoScaling':{'compute':{'enabled':true,'maxInstanceSize':'M20','scaleDownEnabled':true}} | COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED | []",
                "'priority':7 | 'autoScaling':{'compute':{'scaleDownEnabled':true}} | COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID | []",
                "'priority':7 | 'autoScaling':{'compute':{'enabled':true,'maxInstanceSize':'M20','minInstanceSize':'M20'}} | COMPUTE_AUTO_SCALING_INSTANCE_SIZE_RANGE_INVALID | [\"M20\",\"M20\"]",
                "'priority':7 | 'autoScaling':{'compute':{'enabled':true,'maxInstanceSize':'M30','minInstanceSize':'M20'}} | COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_INVALID | [\"M20\",\"M10\"]",
                "'priority':7 | 'autoScaling':{'compute':{'enabled':true,'maxInstanceSize':'M7'}} | INVALID_ENUM_VALUE | [\"M7\"]",
                "}]}]} | ,'autoScaling':{}},{'electableSpecs':{'nodeCount':2},'priority':6,'providerName':'AWS','regionName':'US_WEST_2'}]}]} | AUTO_SCALINGS_MUST_BE_IN_EVERY_REGION_CONFIG | []",
                "{'name' | {'paused':true,'name' | CANNOT_CREATE_PAUSED_CLUSTER | [\"first\"]",
                "{'name' | {'pitEnabled':true,'name' | INVALID_ATTRIBUTE | [\"pitEnabled\"]",
                "{'name' | {'encryptionAtRestProvider':'GCP','name' | ENCRYPTION_AT_REST_NOT_ENABLED | [\"PROJECT\"]",
                "{'name' | {'mongoDBMajorVersion':'5.0','name' | MONGODB_VERSION_INVALID | [\"5.0\"]",
                "{'name' | {'mongoDBMajorVersion':'8.0','versionReleaseSystem':'CONTINUOUS','name' | INVALID_MONGODB_VERSION_CONFIG | [\"mongoDBMajorVersion cannot be chosen when versionReleaseSystem is CONTINUOUS\"]",
                "{'name' | {'biConnector':{'readPreference':'analytics'},'name' | INVALID_BI_CONNECTOR_READ_PREFERENCE_FOR_TOPOLOGY | []",
                "{'name' | {'biConnector':{'readPreference':'nearest'},'name' | VALIDATION_ERROR | [\"biConnector.readPreference must be one of primary, secondary, analytics\"]",
                "{'name' | {'advancedConfiguration':{'customOpensslCipherConfigTls12':['A']},'name' | INVALID_ATTRIBUTE | [\"tlsCipherConfigMode\"]",
                "{'name' | {'globalClusterSelfManagedSharding':true,'name' | INVALID_ATTRIBUTE | [\"globalClusterSelfManagedSharding\"]",
                "'M10' | 'M40_NVME' | NVME_STORAGE_PROVIDER_BACKUP_REQUIRED | []",
            })
    void isRefusedByTheCodeOfTheRuleThatItBreaks(String part, String other, String code, String parameters) {
        Answer answer = owner.post(ALL, DedicatedClusterTest.replicaSet("first").replace(part, other));

        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().at("/parameters").toString())
                .isEqualTo(parameters.replace("PROJECT", io.telamon.control.TestControlPlane.PROJECT));
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
    }

    /** Disks of one size in the whole cluster, of a size that Azure has, as recorded. */
    @Test
    void spansProvidersWithDisksThatAllHave() {
        JsonNode regions = owner.post(
                        ALL,
                        DedicatedClusterTest.replicaSet("first")
                                .replace(
                                        "}]}]}",
                                        "},{'electableSpecs':{'instanceSize':'M10','nodeCount':2},'priority':6,"
                                                + "'providerName':'AZURE','regionName':'US_EAST_2'}]}]}"))
                .json()
                .at("/replicationSpecs/0/regionConfigs");

        assertThat(regions.at("/0/electableSpecs/diskSizeGB").asDouble()).isEqualTo(8);
        assertThat(regions.at("/1/electableSpecs").toString())
                .isEqualTo("{\"instanceSize\":\"M10\",\"diskIOPS\":3500,\"diskSizeGB\":8.0,\"nodeCount\":2}");
    }

    /** As recorded of clusters that were scaled to it. */
    @Test
    void hasTheDisksOfItsInstances() {
        JsonNode made = owner.post(
                        ALL,
                        DedicatedClusterTest.replicaSet("first")
                                .replace("'M10'", "'M40_NVME'")
                                .replace("{'name'", "{'backupEnabled':true,'name'"))
                .json();

        assertThat(made.at(REGION + "/electableSpecs").toString())
                .isEqualTo("{\"instanceSize\":\"M40_NVME\",\"diskIOPS\":135125,\"diskSizeGB\":380.0,"
                        + "\"ebsVolumeType\":\"PROVISIONED\",\"nodeCount\":3}");
        assertThat(owner.patch(ALL + "/first", "{'paused':true}").errorCode()).isEqualTo("CANNOT_PAUSE_NVME_CLUSTER");
    }

    @Test
    void hasAtLeastTenGigabytes() {
        JsonNode made = owner.accepting("application/vnd.atlas.2023-02-01+json")
                .post(ALL, DedicatedClusterTest.replicaSet("first").replace("{'name'", "{'diskSizeGB':2,'name'"))
                .json();

        assertThat(made.at("/diskSizeGB").asDouble()).isEqualTo(10);
        assertThat(owner.accepting("application/vnd.atlas.2023-02-01+json")
                        .post(
                                ALL,
                                DedicatedClusterTest.replicaSet("second")
                                        .replace("{'name'", "{'diskSizeGB':129,'name'"))
                        .errorCode())
                .isEqualTo("CLUSTER_DISK_SIZE_INVALID");
    }

    @Test
    void scalesBetweenSizes() {
        JsonNode scaling = owner.post(
                        ALL,
                        DedicatedClusterTest.replicaSet("first")
                                .replace(
                                        "'priority':7",
                                        "'priority':7,'autoScaling':{'compute':{'enabled':true,'scaleDownEnabled':true,"
                                                + "'minInstanceSize':'M10','maxInstanceSize':'M40'},'diskGB':{'enabled':true}}"))
                .json()
                .at(REGION + "/autoScaling");

        assertThat(scaling.toString())
                .isEqualTo("{\"compute\":{\"enabled\":true,\"maxInstanceSize\":\"M40\",\"minInstanceSize\":\"M10\","
                        + "\"scaleDownEnabled\":true},\"diskGB\":{\"enabled\":true}}");
    }

    /** OpenAPI: nodes at GCP tell neither kind nor speed of their disks. */
    @Test
    void tellsOfDisksWhatTheProviderTells() {
        JsonNode made = owner.post(
                        ALL,
                        DedicatedClusterTest.replicaSet("first")
                                .replace("'AWS'", "'GCP'")
                                .replace("US_EAST_1", "CENTRAL_US"))
                .json();

        assertThat(made.at(REGION + "/electableSpecs").toString())
                .isEqualTo("{\"instanceSize\":\"M10\",\"diskSizeGB\":10.0,\"nodeCount\":3}");
    }
}
