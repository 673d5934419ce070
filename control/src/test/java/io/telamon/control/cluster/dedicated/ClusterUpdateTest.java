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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a PATCH makes of a dedicated cluster. */
@WithControlPlane(pace = Pace.MANUAL)
class ClusterUpdateTest {

    private static final String ALL = DedicatedClusterTest.ALL;
    private static final String ONE = ALL + "/first";
    private static final String REGION = "/replicationSpecs/0/regionConfigs/0";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        owner.post(ALL, DedicatedClusterTest.replicaSet("first"));
        release();
    }

    /** As recorded: the answer has all that is new, the cluster is being updated, then idle. */
    @Test
    void showsWhatIsNewAtOnce() {
        JsonNode changed = owner.patch(ONE, """
                        {'advancedConfiguration':{'customOpensslCipherConfigTls12':['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
                        'customOpensslCipherConfigTls13':[],'minimumEnabledTlsProtocol':'TLS1_2','tlsCipherConfigMode':'CUSTOM'},
                        'backupEnabled':true,'biConnector':{'enabled':true,'readPreference':'SECONDARY'},
                        'labels':[{'key':'env','value':'test'}],'pitEnabled':true,'redactClientLogData':true,
                        'replicaSetScalingStrategy':'NODE_TYPE','tags':[{'key':'env','value':'test'}],
                        'versionReleaseSystem':'CONTINUOUS'}""").json();
        JsonNode idle = released();

        assertThat(changed.at("/stateName").asString()).isEqualTo("UPDATING");
        assertThat(idle.at("/stateName").asString()).isEqualTo("IDLE");
        assertThat(idle.at("/advancedConfiguration/tlsCipherConfigMode").asString())
                .isEqualTo("CUSTOM");
        assertThat(idle.at("/biConnector").toString()).isEqualTo("{\"enabled\":true,\"readPreference\":\"secondary\"}");
        assertThat(idle.at("/labels/0/value").asString()).isEqualTo("test");
        assertThat(idle.at("/pitEnabled").asBoolean()).isTrue();
        assertThat(idle.at("/redactClientLogData").asBoolean()).isTrue();
        assertThat(idle.at("/replicaSetScalingStrategy").asString()).isEqualTo("NODE_TYPE");
        assertThat(idle.at("/mongoDBVersion").asString()).isEqualTo("8.2.2");
        assertThat(idle.at("/featureCompatibilityVersion").asString()).isEqualTo("8.2");
        assertThat(types()).startsWith("CLUSTER_UPDATE_COMPLETED", "CLUSTER_UPDATE_SUBMITTED", "CLUSTER_TAGS_MODIFIED");
    }

    @Test
    void keepsWhatIsNotSent() {
        owner.patch(ONE, "{'tags':[{'key':'k','value':'v'}],'labels':[{'key':'a','value':'b'}],'backupEnabled':true}");
        owner.patch(ONE, "{'biConnector':{'enabled':true}}");
        JsonNode after = owner.patch(ONE, "{'labels':null,'biConnector':{'readPreference':'primary'}}")
                .json();

        assertThat(after.at("/tags/0/value").asString()).isEqualTo("v");
        assertThat(after.at("/labels/0/value").asString()).isEqualTo("b");
        assertThat(after.at("/backupEnabled").asBoolean()).isTrue();
        assertThat(after.at("/biConnector").toString()).isEqualTo("{\"enabled\":true,\"readPreference\":\"primary\"}");
        assertThat(owner.patch(ONE, "{'labels':[],'tags':[]}").json().at("/tags"))
                .isEmpty();
    }

    @Test
    void keepsTheIdsOfZonesAndShards() {
        JsonNode before = owner.get(ONE).json().at("/replicationSpecs/0");
        JsonNode after = owner.patch(ONE, "{'replicationSpecs':" + specs("M30", "") + "}")
                .json()
                .at("/replicationSpecs/0");

        assertThat(after.at("/id")).isEqualTo(before.at("/id"));
        assertThat(after.at("/zoneId")).isEqualTo(before.at("/zoneId"));
        assertThat(after.at("/regionConfigs/0/electableSpecs/instanceSize").asString())
                .isEqualTo("M30");
    }

    /** As recorded: disks stay, and nodes that say nothing of their size follow. */
    @Test
    void scalesInstancesWithoutTheirDisks() {
        JsonNode after = owner.patch(ONE, "{'replicationSpecs':" + specs("M30", "") + "}")
                .json()
                .at(REGION);

        assertThat(after.at("/readOnlySpecs/instanceSize").asString()).isEqualTo("M30");
        assertThat(after.at("/analyticsSpecs/instanceSize").asString()).isEqualTo("M30");
        assertThat(after.at("/electableSpecs/diskSizeGB").asDouble()).isEqualTo(10);
        assertThat(after.at("/electableSpecs/diskIOPS").asInt()).isEqualTo(3000);
    }

    @Test
    void keepsWhatARegionDoesNotSay() {
        owner.patch(
                ONE,
                "{'replicationSpecs':"
                        + specs(
                                "M10",
                                ",'analyticsSpecs':{'instanceSize':'M20','nodeCount':1},"
                                        + "'autoScaling':{'diskGB':{'enabled':true}}")
                        + "}");
        JsonNode after = owner.patch(ONE, "{'replicationSpecs':" + specs("M10", "") + "}")
                .json()
                .at(REGION);

        assertThat(after.at("/analyticsSpecs/nodeCount").asInt()).isEqualTo(1);
        assertThat(after.at("/analyticsSpecs/instanceSize").asString()).isEqualTo("M20");
        assertThat(after.at("/autoScaling").toString())
                .isEqualTo(
                        "{\"compute\":{\"enabled\":false,\"scaleDownEnabled\":false},\"diskGB\":{\"enabled\":true}}");
    }

    @Test
    void changesAllDisksInTheVersionOfFebruary2023() {
        JsonNode after = owner.accepting("application/vnd.atlas.2023-02-01+json")
                .patch(ONE, "{'diskSizeGB':40,'mongoDBMajorVersion':'8.0'}")
                .json();

        assertThat(after.at("/diskSizeGB").asDouble()).isEqualTo(40);
        assertThat(owner.get(ONE)
                        .json()
                        .at(REGION + "/analyticsSpecs/diskSizeGB")
                        .asDouble())
                .isEqualTo(40);
    }

    /** The Atlas CLI sends a whole cluster back. */
    @Test
    void doesNothingWhereNothingChanges() {
        JsonNode before = owner.get(ONE).json();
        int events = types().size();

        Answer answer = owner.patch(ONE, before.toString().replace('"', '\''));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(before);
        assertThat(types()).hasSize(events);
    }

    @Test
    void scalesShardsIndependentlyOnceAVersionThatDoesSoHasSentThem() {
        owner.post(ALL, DedicatedClusterTest.replicaSet("second")); // by the newest version
        owner.accepting("application/vnd.atlas.2023-02-01+json").post(ALL, DedicatedClusterTest.replicaSet("third"));

        assertThat(mode("third")).isEqualTo("CLUSTER_WIDE_SCALING");
        owner.patch(ALL + "/third", "{'tags':[]}");
        assertThat(mode("third")).isEqualTo("CLUSTER_WIDE_SCALING");
        owner.patch(ALL + "/third", "{'replicationSpecs':" + specs("M20", "") + "}");
        assertThat(mode("third")).isEqualTo("INDEPENDENT_SHARD_SCALING");
        assertThat(mode("second")).isEqualTo("INDEPENDENT_SHARD_SCALING");
    }

    @Test
    void isProtectedByItsOwnersOnly() {
        TestClient manager = plane.account("/groups/" + PROJECT, "GROUP_CLUSTER_MANAGER");

        assertThat(manager.patch(ONE, "{'terminationProtectionEnabled':true}").errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
        assertThat(manager.patch(ONE, "{'terminationProtectionEnabled':false,'tags':[]}")
                        .status())
                .isEqualTo(200);
        assertThat(owner.patch(ONE, "{'terminationProtectionEnabled':true}").status())
                .isEqualTo(200);
        assertThat(owner.delete(ONE).errorCode())
                .isEqualTo("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED");
    }

    @Test
    void isPausedAndResumed() {
        JsonNode paused = owner.patch(ONE, "{'paused':true}").json();
        released();
        Answer again = owner.patch(ONE, "{'paused':true}");
        Answer tagged = owner.patch(ONE, "{'tags':[{'key':'k','value':'v'}]}");
        Answer both = owner.patch(ONE, "{'paused':false,'backupEnabled':true}");
        Answer whole = owner.patch(ONE, owner.get(ONE).text().replace('"', '\''));
        JsonNode resumed = owner.patch(ONE, "{'paused':false}").json();

        assertThat(paused.at("/paused").asBoolean()).isTrue();
        assertThat(paused.at("/stateName").asString()).isEqualTo("UPDATING");
        assertThat(again.errorCode()).isEqualTo("CLUSTER_ALREADY_PAUSED");
        assertThat(again.status()).isEqualTo(409);
        assertThat(tagged.errorCode()).isEqualTo("CANNOT_UPDATE_PAUSED_CLUSTER");
        assertThat(tagged.json().at("/parameters/0").asString()).isEqualTo("first");
        assertThat(both.errorCode()).isEqualTo("CANNOT_UPDATE_AND_PAUSE_CLUSTER");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(resumed.at("/paused").asBoolean()).isFalse();
        assertThat(owner.patch(ONE, "{'paused':true}").errorCode())
                .isEqualTo("CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES");
        released();
        assertThat(owner.patch(ONE, "{'paused':true}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'other'} | CLUSTER_CANNOT_CHANGE_NAME | []",
                "{'groupId':'cccccccccccccccccccccccc'} | CLUSTER_GROUP_ID_INVALID | [\"cccccccccccccccccccccccc\",\"PROJECT\"]",
                "{'mongoDBMajorVersion':'7.0'} | CLUSTER_UPGRADE_INVALID | []",
                "{'mongoDBMajorVersion':'6.0'} | MONGODB_VERSION_INVALID | [\"6.0\"]",
                "{'paused':true,'backupEnabled':true} | CANNOT_UPDATE_AND_PAUSE_CLUSTER | [\"first\"]",
                "{'encryptionAtRestProvider':'AWS'} | ENCRYPTION_AT_REST_NOT_ENABLED | [\"PROJECT\"]",
                "{'pitEnabled':true} | INVALID_ATTRIBUTE | [\"pitEnabled\"]",
                "{'colour':'green'} | INVALID_ATTRIBUTE | [\"colour\"]",
                "{'replicationSpecs':[{'regionConfigs':[{'providerName':'TENANT','regionName':'US_EAST_1'}]}]} | CLUSTER_CANNOT_CHANGE_PROVIDER_NAME | []",
            })
    void isRefusedByTheCodeOfTheRuleThatItBreaks(String body, String code, String parameters) {
        JsonNode before = owner.get(ONE).json();

        Answer answer = owner.patch(ONE, body);

        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().at("/parameters").toString()).isEqualTo(parameters.replace("PROJECT", PROJECT));
        assertThat(owner.get(ONE).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "UPDATING"})
    void isPossibleWhileTheClusterIsOnItsWay(String state) {
        owner.post(ALL, DedicatedClusterTest.replicaSet("second"));
        if (state.equals("UPDATING")) {
            release();
            owner.patch(ALL + "/second", "{'backupEnabled':true}");
        }

        Answer answer = owner.patch(ALL + "/second", "{'tags':[{'key':'k','value':'v'}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/stateName").asString()).isEqualTo(state);
        release();
        assertThat(owner.get(ALL + "/second").json().at("/stateName").asString())
                .isEqualTo("IDLE");
    }

    private String mode(String name) {
        return owner.get(ALL + "/" + name + "/autoScalingConfiguration")
                .json()
                .at("/autoScalingMode")
                .asString();
    }

    /** One shard of a size, with more about its region. */
    private static String specs(String size, String more) {
        return "[{'regionConfigs':[{'electableSpecs':{'instanceSize':'" + size + "','nodeCount':3},'priority':7,"
                + "'providerName':'AWS','regionName':'US_EAST_1'" + more + "}]}]";
    }

    private JsonNode released() {
        release();
        return owner.get(ONE).json();
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    private List<String> types() {
        return owner.get("/groups/" + PROJECT + "/events?itemsPerPage=500")
                .json()
                .at("/results")
                .valueStream()
                .map(event -> event.at("/eventTypeName").asString())
                .toList();
    }
}
