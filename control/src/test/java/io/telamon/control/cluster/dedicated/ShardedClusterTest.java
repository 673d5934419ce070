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

/** Sharded and global clusters through the clusters API. */
@WithControlPlane(pace = Pace.INSTANT)
class ShardedClusterTest {

    private static final String ALL = DedicatedClusterTest.ALL;
    private static final String ONE = ALL + "/first";

    private TestClient owner;
    private TestClient zoned;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
        zoned = owner.accepting("application/vnd.atlas.2023-02-01+json");
    }

    /** As recorded: shards of one zone share its id and name, and the first keeps the configuration. */
    @Test
    void hasShardsOfAZone() {
        JsonNode made =
                owner.post(ALL, sharded("first", shard("M10"), shard("M10"))).json();
        JsonNode shown = owner.get(ONE).json();

        assertThat(made.at("/configServerType").asString()).isEqualTo("EMBEDDED");
        assertThat(made.at("/configServerManagementMode").asString()).isEqualTo("ATLAS_MANAGED");
        assertThat(shown.at("/replicationSpecs")).hasSize(2);
        assertThat(shown.at("/replicationSpecs/0/zoneId")).isEqualTo(shown.at("/replicationSpecs/1/zoneId"));
        assertThat(shown.at("/replicationSpecs/0/id")).isNotEqualTo(shown.at("/replicationSpecs/1/id"));
        assertThat(shown.at("/connectionStrings").propertyNames())
                .containsExactly("awsPrivateLinkSrv", "privateEndpoint", "standard", "standardSrv");
        assertThat(shown.at("/connectionStrings/standard").asString())
                .matches(
                        "mongodb://first-config-00-00\\.[a-z0-9]{6}\\.[^:]+:27016,.*first-config-00-02.*first-shard-00-00.*"
                                + "first-shard-00-02\\.[^:]+:27016/\\?ssl=true&authSource=admin");
        assertThat(zoned.get(ONE).json().at("/replicationSpecs/0/numShards").asInt())
                .isEqualTo(2);
    }

    @Test
    void hasConfigServersOfItsOwnWhereTheClientInsists() {
        owner.post(
                ALL,
                sharded("first", shard("M10"), shard("M10"))
                        .replace("{'name'", "{'configServerManagementMode':'FIXED_TO_DEDICATED','name'"));
        JsonNode managed = owner.patch(ONE, "{'configServerManagementMode':'ATLAS_MANAGED'}")
                .json();

        assertThat(managed.at("/configServerType").asString()).isEqualTo("DEDICATED");
        assertThat(managed.at("/connectionStrings/standard").asString())
                .contains("first-shard-00-00", "first-shard-01-02")
                .doesNotContain("config");
    }

    /** Clients act on the code: they read such a cluster by a newer version. */
    @Test
    void isNotShownByOldVersionsWhereItsShardsDiffer() {
        owner.post(ALL, sharded("first", shard("M10"), shard("M30")));
        owner.post(ALL, DedicatedClusterTest.replicaSet("second"));

        assertThat(owner.get(ONE)
                        .json()
                        .at("/replicationSpecs/1/regionConfigs/0/electableSpecs/instanceSize")
                        .asString())
                .isEqualTo("M30");
        assertThat(zoned.get(ONE).errorCode()).isEqualTo("ASYMMETRIC_SHARD_UNSUPPORTED");
        assertThat(zoned.patch(ONE, "{'backupEnabled':true}").errorCode()).isEqualTo("ASYMMETRIC_SHARD_UNSUPPORTED");
        assertThat(owner.get(ONE).json().at("/backupEnabled").asBoolean()).isFalse();
        assertThat(zoned.get(ALL).json().at("/results")).hasSize(1);
        assertThat(owner.get(ALL).json().at("/results")).hasSize(2);
        assertThat(zoned.delete(ONE).status()).isEqualTo(202);
    }

    @Test
    void growsAndShrinksByShards() {
        owner.post(ALL, sharded("first", shard("M10"), shard("M10")));
        JsonNode before = owner.get(ONE).json();
        String second = before.at("/replicationSpecs/1/id").asString();

        JsonNode grown = zoned.patch(
                        ONE,
                        "{'replicationSpecs':[{'numShards':3," + shard("M10").substring(1) + "]}")
                .json();
        JsonNode shards = owner.get(ONE).json();
        JsonNode shrunk = owner.patch(
                        ONE,
                        "{'replicationSpecs':[{'id':'" + second + "',"
                                + shard("M10").substring(1) + "]}")
                .json();

        assertThat(grown.at("/replicationSpecs/0/numShards").asInt()).isEqualTo(3);
        assertThat(shards.at("/replicationSpecs/1/id").asString()).isEqualTo(second);
        assertThat(shrunk.at("/replicationSpecs")).hasSize(1);
        assertThat(shrunk.at("/replicationSpecs/0/id").asString()).isEqualTo(second);
    }

    @Test
    void becomesShardedFromAReplicaSetAndNotBack() {
        owner.post(ALL, DedicatedClusterTest.replicaSet("first"));

        Answer several = owner.patch(
                ONE, "{'clusterType':'SHARDED','replicationSpecs':[" + shard("M10") + "," + shard("M10") + "]}");
        JsonNode one = owner.patch(ONE, "{'clusterType':'SHARDED'}").json();

        assertThat(several.errorCode()).isEqualTo("INVALID_CLUSTER_CONFIGURATION");
        assertThat(one.at("/clusterType").asString()).isEqualTo("SHARDED");
        assertThat(one.at("/configServerType").asString()).isEqualTo("EMBEDDED");
        assertThat(owner.patch(ONE, "{'clusterType':'REPLICASET'}").errorCode())
                .isEqualTo("SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET");
        assertThat(owner.patch(ONE, "{'clusterType':'GEOSHARDED'}").errorCode())
                .isEqualTo("CANNOT_CHANGE_GEOSHARDED_CLUSTER_TYPE");
    }

    @Test
    void hasZonesOfItsOwnWhereItIsGlobal() {
        String europe = shard("M30").replace("US_EAST_1", "EU_WEST_1").replace("Zone 1", "Europe");
        Answer made =
                owner.post(ALL, sharded("first", shard("M30"), europe, europe).replace("SHARDED", "GEOSHARDED"));

        JsonNode zones = zoned.get(ONE).json().at("/replicationSpecs");

        assertThat(made.status()).isEqualTo(201);
        assertThat(zones).hasSize(2);
        assertThat(zones.at("/1/zoneName").asString()).isEqualTo("Europe");
        assertThat(zones.at("/1/numShards").asInt()).isEqualTo(2);
        assertThat(zones.at("/0/zoneId")).isNotEqualTo(zones.at("/1/zoneId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'SHARDED' | 'REPLICASET' | REPLICATION_SPECS_INVALID",
                "'SHARDED' | 'GEOSHARDED' | `` ",
                "},{'zoneName':'Zone 1' | },{'zoneName':'Other' | REPLICATION_SPECS_INVALID",
            })
    void isRefusedWhereItsZonesDoNotFitItsType(String part, String other, String code) {
        Answer answer =
                owner.post(ALL, sharded("first", shard("M10"), shard("M10")).replace(part, other));

        assertThat(answer.status() == 201 ? "" : answer.errorCode()).isEqualTo(code);
    }

    /** Each zone has its primaries in a region of its own. */
    @Test
    void hasNoTwoZonesInOneRegion() {
        String other = shard("M30").replace("Zone 1", "Other");

        assertThat(owner.post(ALL, sharded("first", shard("M30"), other).replace("SHARDED", "GEOSHARDED"))
                        .errorCode())
                .isEqualTo("INVALID_CLUSTER_CONFIGURATION");
    }

    @Test
    void isListedAmongDeletedOnesWhereItsBackupsAreKept() {
        owner.post(ALL, DedicatedClusterTest.replicaSet("first").replace("{'name'", "{'backupEnabled':true,'name'"));
        owner.post(ALL, DedicatedClusterTest.replicaSet("second"));

        owner.delete(ONE + "?retainBackups=true");
        owner.delete(ALL + "/second?retainBackups=true");

        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
        JsonNode kept =
                owner.get(ALL + "?includeDeletedWithRetainedBackups=true").json();
        assertThat(kept.at("/totalCount").asInt()).isEqualTo(1);
        assertThat(kept.at("/results/0/name").asString()).isEqualTo("first");
        assertThat(kept.at("/results/0/stateName").asString()).isEqualTo("DELETING");
    }

    @Test
    void isListedWithItsProject() {
        owner.post(ALL, sharded("first", shard("M10"), shard("M10")));

        JsonNode details = owner.get("/clusters").json().at("/results/0");

        assertThat(details.propertyNames())
                .containsExactly("clusters", "groupId", "groupName", "orgId", "orgName", "planType", "tags");
        assertThat(details.at("/clusters/0/name").asString()).isEqualTo("first");
        assertThat(details.at("/clusters/0/nodeCount").asInt()).isEqualTo(6);
        assertThat(details.at("/clusters/0/type").asString()).isEqualTo("SHARDED_CLUSTER");
        assertThat(details.at("/clusters/0/availability").asString()).isEqualTo("available");
    }

    private static String sharded(String name, String... shards) {
        return "{'name':'" + name + "','clusterType':'SHARDED','replicationSpecs':[" + String.join(",", shards) + "]}";
    }

    private static String shard(String size) {
        return "{'zoneName':'Zone 1','regionConfigs':[{'electableSpecs':{'instanceSize':'" + size
                + "','nodeCount':3},'priority':7,'providerName':'AWS','regionName':'US_EAST_1'}]}";
    }
}
