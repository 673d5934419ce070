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

/** The life of a free cluster through the clusters API. */
@WithControlPlane(pace = Pace.MANUAL)
class FreeClusterTest {

    private static final String ALL = "/groups/" + PROJECT + "/clusters";
    private static final String FLEX = "/groups/" + PROJECT + "/flexClusters";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void comesUpServesAndEnds() {
        assertThat(owner.post(ALL, free("first")).status()).isEqualTo(201);
        JsonNode creating = owner.get(ALL + "/first").json();
        release();
        JsonNode idle = owner.get(ALL + "/first").json();
        Answer deleted = owner.delete(ALL + "/first");
        JsonNode deleting = owner.get(ALL + "/first").json();
        release();

        assertThat(creating.at("/stateName").asString()).isEqualTo("CREATING");
        assertThat(creating.at("/connectionStrings").propertyNames()).containsExactly("standardSrv");
        assertThat(idle.at("/stateName").asString()).isEqualTo("IDLE");
        assertThat(idle.at("/connectionStrings").propertyNames()).containsExactly("standard", "standardSrv");
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.text()).isEqualTo("{}");
        assertThat(deleting.at("/stateName").asString()).isEqualTo("DELETING");
        assertThat(owner.get(ALL + "/first").errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
        assertThat(types())
                .startsWith("CLUSTER_DELETED", "CLUSTER_DELETE_SUBMITTED", "CLUSTER_READY", "CLUSTER_CREATED");
    }

    /** As recorded: in the answer to a creation only where they were sent, none of a cluster that is being deleted. */
    @Test
    void showsTagsAsRecorded() {
        JsonNode without = owner.post(ALL, free("first")).json();

        assertThat(without.has("tags")).isFalse();
        assertThat(owner.get(ALL + "/first").json().at("/tags")).isEmpty();
        end("first");
        assertThat(owner.post(ALL, free("second").replace("{'name'", "{'tags':[],'name'"))
                        .json()
                        .has("tags"))
                .isTrue();
        end("second");
        owner.post(ALL, free("third").replace("{'name'", "{'tags':[{'key':'k','value':'v'}],'name'"));
        assertThat(owner.get(ALL + "/third").json().at("/tags/0/value").asString())
                .isEqualTo("v");
        release();
        owner.delete(ALL + "/third");
        assertThat(owner.get(ALL + "/third").json().at("/tags")).isEmpty();
    }

    @Test
    void isTheOnlyOneOfItsProjectAlsoWhenManyAreMadeAtOnce() {
        List<Answer> answers = TestControlPlane.atOnce(8, i -> owner.post(ALL, free("free-" + i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer ->
                        assertThat(answer.errorCode()).isEqualTo("CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API"));
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() != 201)
                        .findFirst()
                        .orElseThrow()
                        .json()
                        .at("/parameters")
                        .toString())
                .isEqualTo("[\"This project has reached the limit for the number of free clusters\"]");
    }

    @Test
    void isNamedAsNoOtherClusterOfTheProject() {
        owner.post(FLEX, flex("taken"));

        Answer refused = owner.post(ALL, free("taken"));

        assertThat(refused.errorCode()).isEqualTo("DUPLICATE_CLUSTER_NAME");
        assertThat(refused.json().at("/parameters/0").asString()).isEqualTo("cluster or serverless instance");
        assertThat(owner.post(ALL, free("-")).errorCode()).isEqualTo("CLUSTER_NAME_INVALID");
    }

    @Test
    void isNoFlexClusterAndFlexClustersAreNotFree() {
        owner.post(ALL, free("free"));
        owner.post(FLEX, flex("flex"));

        assertThat(owner.get(FLEX + "/free").errorCode()).isEqualTo("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API");
        assertThat(names(owner.get(ALL))).containsExactly("free");
        assertThat(names(owner.get(FLEX))).containsExactly("flex");
    }

    /** Clients send any body to learn what a cluster is; the kind comes before what the body says. */
    @ParameterizedTest
    @CsvSource({
        "GET, /flex",
        "PATCH, /flex",
        "DELETE, /flex",
        "GET, /flex/processArgs",
        "PATCH, /flex/processArgs",
        "GET, /flex/autoScalingConfiguration"
    })
    void tellsThatAClusterIsAFlexCluster(String method, String path) {
        owner.post(FLEX, flex("flex"));
        String body = method.equals("PATCH") ? "{'surprise':[1]}" : "";

        for (String version : List.of("2024-08-05", "2024-10-23", "2025-03-12")) {
            Answer answer = owner.accepting("application/vnd.atlas." + version + "+json")
                    .send(method, ALL + path, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
        }
        assertThat(owner.send(method, ALL + path.replace("flex", "none"), body).errorCode())
                .isEqualTo("CLUSTER_NOT_FOUND");
    }

    @Test
    void keepsItsProtectionUntilAnOwnerTakesItOff() {
        owner.post(ALL, free("kept").replace("{'name'", "{'terminationProtectionEnabled':true,'name'"));
        release();

        Answer refused = owner.delete(ALL + "/kept");
        Answer changed = owner.patch(ALL + "/kept", "{'terminationProtectionEnabled':false}");

        assertThat(refused.errorCode()).isEqualTo("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED");
        assertThat(refused.json().at("/detail").asString())
                .isEqualTo("Cannot terminate a cluster when termination protection is enabled."
                        + " Disable termination protection and try again.");
        assertThat(refused.json().at("/parameters/0").asString())
                .isEqualTo("Cannot terminate cluster kept in group " + PROJECT
                        + " because termination protection is enabled. Disable termination protection and try again.");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/stateName").asString()).isEqualTo("UPDATING");
        assertThat(owner.delete(ALL + "/kept").status()).isEqualTo(202);
    }

    @Test
    void letsItsManagersNotTakeProtectionOff() {
        owner.post(ALL, free("kept").replace("{'name'", "{'terminationProtectionEnabled':true,'name'"));
        TestClient manager = plane.account("/groups/" + PROJECT, "GROUP_CLUSTER_MANAGER");

        assertThat(manager.patch(ALL + "/kept", "{'terminationProtectionEnabled':false}")
                        .errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
        assertThat(manager.patch(ALL + "/kept", "{'tags':[]}").errorCode())
                .isEqualTo("TENANT_CLUSTER_UPDATE_UNSUPPORTED");
        assertThat(plane.reader().patch(ALL + "/kept", "{}").errorCode()).isEqualTo("USER_UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'tags':[]}",
                "{'terminationProtectionEnabled':true}",
                "{'terminationProtectionEnabled':false,'labels':[]}"
            })
    void refusesEveryOtherChange(String body) {
        owner.post(ALL, free("first"));

        assertThat(owner.patch(ALL + "/first", body).errorCode()).isEqualTo("TENANT_CLUSTER_UPDATE_UNSUPPORTED");
        assertThat(owner.patch(ALL + "/first/processArgs", body).errorCode())
                .isEqualTo("TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED");
    }

    @Test
    void isDeletedOnce() {
        owner.post(ALL, free("first"));

        assertThat(owner.delete(ALL + "/first").status()).isEqualTo(202);
        assertThat(owner.delete(ALL + "/first").errorCode()).isEqualTo("CLUSTER_ALREADY_REQUESTED_DELETION");
        assertThat(owner.post(ALL, free("second")).errorCode()).isEqualTo("CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API");
        release();
        assertThat(owner.post(ALL, free("second")).status()).isEqualTo(201);
    }

    @Test
    void isSeenAndDeletedInTheFirstVersionOfTheApi() {
        owner.post(ALL, free("first"));
        String path = "/api/atlas/v1.0" + ALL + "/first";

        Answer answer = owner.get(path);

        assertThat(answer.json().at("/providerSettings/instanceSizeName").asString())
                .isEqualTo("M0");
        assertThat(answer.json().at("/links/0/href").asString()).endsWith(path);
        assertThat(owner.delete(path).status()).isEqualTo(202);
    }

    @Test
    void listsPagesWithTheDefaultOfItsParameterInLinks() {
        owner.post(ALL, free("first"));

        Answer list = owner.get(ALL);
        Answer asked = owner.get(ALL + "?includeDeletedWithRetainedBackups=true&itemsPerPage=1");

        assertThat(list.json().at("/links/0/href").asString())
                .endsWith(
                        ALL + "?includeCount=true&includeDeletedWithRetainedBackups=false&pageNum=1&itemsPerPage=100");
        assertThat(asked.json().at("/links/0/href").asString())
                .endsWith(ALL + "?includeCount=true&includeDeletedWithRetainedBackups=true&pageNum=1&itemsPerPage=1");
        assertThat(names(asked)).containsExactly("first");
    }

    private void end(String name) {
        owner.delete(ALL + "/" + name);
        release();
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

    private static List<String> names(Answer list) {
        return list.json()
                .at("/results")
                .valueStream()
                .map(cluster -> cluster.at("/name").asString())
                .toList();
    }

    static String free(String name) {
        return "{'name':'" + name + "','clusterType':'REPLICASET','replicationSpecs':[{'regionConfigs':[{"
                + "'backingProviderName':'AWS','electableSpecs':{'instanceSize':'M0'},'priority':7,"
                + "'providerName':'TENANT','regionName':'US_EAST_1'}],'zoneName':'Zone 1'}]}";
    }

    private static String flex(String name) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";
    }
}
