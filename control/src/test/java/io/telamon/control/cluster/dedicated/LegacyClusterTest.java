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

/** Clusters in version 2023-01-01 of the API. */
@WithControlPlane(pace = Pace.INSTANT)
class LegacyClusterTest {

    private static final String ALL = DedicatedClusterTest.ALL;
    private static final String ONE = ALL + "/first";
    private static final String BODY = "{'name':'first','clusterType':'REPLICASET','replicationFactor':3,'numShards':1,"
            + "'diskSizeGB':40,'providerBackupEnabled':true,'autoScaling':{'diskGBEnabled':true},'providerSettings':"
            + "{'providerName':'AWS','instanceSizeName':'M30','regionName':'US_EAST_1'}}";

    private TestClient owner;
    private TestClient old;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
        old = owner.accepting("application/vnd.atlas.2023-01-01+json");
    }

    @Test
    void hasOneHardwareAndNodesByRegion() {
        assertThat(old.post(ALL, BODY).status()).isEqualTo(201);

        JsonNode shown = old.get(ONE).json();
        JsonNode newest = owner.get(ONE).json();

        assertThat(shown.at("/providerSettings").toString())
                .isEqualTo("{\"providerName\":\"AWS\",\"autoScaling\":{\"compute\":{\"maxInstanceSize\":null,"
                        + "\"minInstanceSize\":null}},\"diskIOPS\":3000,\"encryptEBSVolume\":true,"
                        + "\"instanceSizeName\":\"M30\",\"regionName\":\"US_EAST_1\",\"volumeType\":\"STANDARD\"}");
        assertThat(shown.at("/replicationSpec").toString())
                .isEqualTo(
                        "{\"US_EAST_1\":{\"analyticsNodes\":0,\"electableNodes\":3,\"priority\":7,\"readOnlyNodes\":0}}");
        assertThat(shown.at("/replicationSpecs/0/regionsConfig")).isEqualTo(shown.at("/replicationSpec"));
        assertThat(shown.at("/replicationFactor").asInt()).isEqualTo(3);
        assertThat(shown.at("/providerBackupEnabled").asBoolean()).isTrue();
        assertThat(shown.at("/diskSizeGB").asDouble()).isEqualTo(40);
        assertThat(shown.at("/autoScaling/diskGBEnabled").asBoolean()).isTrue();
        assertThat(shown.at("/srvAddress")).isEqualTo(shown.at("/connectionStrings/standardSrv"));
        assertThat(newest.at("/replicationSpecs/0/regionConfigs/0/electableSpecs/diskSizeGB")
                        .asDouble())
                .isEqualTo(40);
    }

    @Test
    void changesTheHardwareOfAllNodes() {
        old.post(ALL, BODY);

        JsonNode changed = old.patch(
                        ONE, "{'providerSettings':{'providerName':'AWS','instanceSizeName':'M40'},'diskSizeGB':80}")
                .json();
        JsonNode spread = old.patch(
                        ONE,
                        "{'replicationSpec':{'US_EAST_1':{'electableNodes':3,'priority':7,'readOnlyNodes':1},"
                                + "'US_WEST_2':{'electableNodes':2,'priority':6}}}")
                .json();

        assertThat(changed.at("/providerSettings/instanceSizeName").asString()).isEqualTo("M40");
        assertThat(changed.at("/diskSizeGB").asDouble()).isEqualTo(80);
        assertThat(spread.at("/replicationFactor").asInt()).isEqualTo(5);
        assertThat(spread.at("/replicationSpec/US_WEST_2/priority").asInt()).isEqualTo(6);
        assertThat(owner.get(ONE)
                        .json()
                        .at("/replicationSpecs/0/regionConfigs/1/electableSpecs/instanceSize")
                        .asString())
                .isEqualTo("M40");
    }

    /** As the Atlas CLI and SDKs send back what they have read. */
    @Test
    void isNotChangedByWhatItShows() {
        old.post(ALL, BODY);
        JsonNode before = old.get(ONE).json();

        Answer answer = old.patch(ONE, before.toString().replace('"', '\''));

        assertThat(answer.json()).isEqualTo(before);
    }

    @Test
    void makesFreeClusters() {
        JsonNode made = old.post(
                        ALL,
                        "{'name':'free','providerSettings':{'providerName':'TENANT','backingProviderName':'AWS',"
                                + "'instanceSizeName':'M0','regionName':'US_EAST_1'}}")
                .json();

        assertThat(made.at("/providerSettings/instanceSizeName").asString()).isEqualTo("M0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'replicationFactor':3 | 'replicationFactor':4 | CLUSTER_REPLICATION_FACTOR_INVALID",
                "'numShards':1 | 'replicationSpec':{},'replicationSpecs':[] | DUAL_REPLICATION_SPEC_SPECIFIED",
                "'numShards':1 | 'numShards':51 | CLUSTER_NUM_SHARDS_INVALID",
                ",'regionName':'US_EAST_1' | `` | MISSING_ATTRIBUTE",
                "'instanceSizeName':'M30', | `` | MISSING_ATTRIBUTE",
                "'M30' | 'M31' | INVALID_ENUM_VALUE",
            })
    void isRefusedByTheCodeOfTheRuleThatItBreaks(String part, String other, String code) {
        assertThat(old.post(ALL, BODY.replace(part, other)).errorCode()).isEqualTo(code);
    }
}
