package io.telamon.control.cluster.flex;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane(pace = Pace.MANUAL)
class FlexOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/flexClusters";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void answersACreationAsRecorded() {
        Answer answer = owner.post(ALL, flex("first"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.atlas.2024-11-13+json;charset=utf-8");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("1200");
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "backupSettings",
                        "clusterType",
                        "connectionStrings",
                        "createDate",
                        "groupId",
                        "id",
                        "mongoDBVersion",
                        "name",
                        "providerSettings",
                        "stateName",
                        "terminationProtectionEnabled",
                        "versionReleaseSystem");
        assertThat(answer.json().at("/connectionStrings").propertyNames()).containsExactly("standardSrv");
        assertThat(answer.json().at("/stateName").asString()).isEqualTo("CREATING");
    }

    @Test
    void showsTagsAlthoughThereAreNoneOnceItIsRead() {
        owner.post(ALL, flex("first"));

        Answer answer = owner.get(ALL + "/first");

        assertThat(answer.json().at("/tags").isEmpty()).isTrue();
        assertThat(answer.json().at("/tags").isArray()).isTrue();
    }

    @Test
    void givesANameToOneOfAThousandSimultaneousAttempts() throws Exception {
        Callable<Integer> attempt = () -> owner.post(ALL, flex("contested")).status();

        List<Integer> statuses;
        try (var workers = Executors.newFixedThreadPool(64)) {
            statuses = workers
                    .invokeAll(IntStream.range(0, 1000).mapToObj(i -> attempt).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(999);
    }

    @ParameterizedTest
    @CsvSource({
        "performanceAdvisor-538-5619801f7de4d40, performanceAdvisor-538-",
        "abc-, abc-",
        "abcdefghijklmnopqrstuv-, abcdefghijklmnopqrstuv-"
    })
    void refusesNamesThatNoHostNameCanBeginWith(String name, String prefix) {
        Answer refused = owner.post(ALL, flex(name));

        assertThat(refused.errorCode()).isEqualTo("CLUSTER_NAME_PREFIX_INVALID");
        assertThat(refused.json().at("/parameters").toString()).isEqualTo("[\"" + name + "\",23,\"" + prefix + "\"]");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void refusesNamesThatBeginAsAnotherDoes() {
        owner.post(ALL, flex("dbx-csharp-search-index-58435"));

        Answer refused = owner.post(ALL, flex("DBX-csharp-search-index-99999"));

        assertThat(refused.errorCode()).isEqualTo("DUPLICATE_CLUSTER_NAME_PREFIX");
        assertThat(refused.json().at("/parameters").toString()).isEqualTo("[\"DBX-csharp-search-index-99999\",23]");
        assertThat(owner.post(ALL, flex("dbx-csharp-search-inde")).status()).isEqualTo(201);
    }

    @Test
    void makesNoMoreClustersThanTheProjectAllowsAlsoWhenManyAreMadeAtOnce() {
        owner.patch("/groups/" + PROJECT + "/limits/atlas.project.deployment.clusters", "{'value':3}");

        List<Integer> statuses = TestControlPlane.atOnce(
                8, i -> owner.post(ALL, flex("cluster" + i)).status());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        Answer refused = owner.post(ALL, flex("another"));
        assertThat(refused.errorCode()).isEqualTo("ATLAS_GENERAL_ERROR");
        assertThat(refused.json().at("/detail").asString()).contains("atlas.project.deployment.clusters allows 3");
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void makes25ClustersInAProjectThatSaysNothingElse() {
        for (int i = 0; i < 25; i++) {
            assertThat(owner.post(ALL, flex("cluster" + i)).status()).isEqualTo(201);
        }

        assertThat(owner.post(ALL, flex("another")).status()).isEqualTo(400);
    }

    @Test
    void refusesTagsWithOtherCharacters() {
        for (String text : List.of("a/b", "a:b", "a=b")) {
            String tag = ",'tags':[{'key':'" + text + "','value':'v'}]}";
            assertThat(owner.post(ALL, flex("tagged").replaceFirst("}$", tag)).errorCode())
                    .as(text)
                    .isEqualTo("VALIDATION_ERROR");
        }
    }

    @Test
    void refusesDeletionWhileProtected() {
        owner.post(ALL, flex("kept"));
        owner.patch(ALL + "/kept", "{'terminationProtectionEnabled': true}");

        Answer refused = owner.delete(ALL + "/kept");
        owner.patch(ALL + "/kept", "{'terminationProtectionEnabled': false}");
        Answer accepted = owner.delete(ALL + "/kept");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/detail").asString()).contains("termination protection is enabled");
        assertThat(accepted.status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/kept").json().at("/stateName").asString()).isEqualTo("DELETING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | MISSING_ATTRIBUTE | name,providerSettings",
                "{'name':'a','providerSettings':{'backingProviderName':'AWS'}} | MISSING_ATTRIBUTE | providerSettings.regionName",
                "{'name':1,'providerSettings':{'backingProviderName':'IBM','regionName':[]}} | INVALID_JSON_ATTRIBUTE | name,providerSettings.backingProviderName,providerSettings.regionName",
                "{'name':'a','surprise':1,'providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}} | INVALID_ATTRIBUTE | surprise",
                "{'name':'a','providerSettings':{'backingProviderName':'AWS','regionName':'NOWHERE'}} | INVALID_ATTRIBUTE | providerSettings.regionName",
                "{'name':'a','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'},'tags':[{'key':'','value':'v'},{'key':'k'}]} | MISSING_ATTRIBUTE | tags[0].key,tags[1].value",
            })
    void namesEverythingThatIsWrongWithABody(String body, String code, String fields) {
        Answer answer = owner.post(ALL, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Error-Code")).isEqualTo(code);
        assertThat(answer.json()
                        .at("/badRequestDetail/fields")
                        .valueStream()
                        .map(field -> field.at("/field").asString()))
                .containsExactly(fields.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "MongoDB_Atlas", "a b"})
    void refusesWhatIsNoName(String name) {
        Answer answer = owner.post(ALL, flex(name));

        assertThat(answer.errorCode()).isEqualTo("CLUSTER_NAME_INVALID");
        assertThat(answer.json().at("/parameters/0").asString()).isEqualTo(name);
    }

    @Test
    void refusesANameOfMoreThan64Characters() {
        assertThat(owner.post(ALL, flex("a".repeat(64))).status()).isEqualTo(201);

        Answer answer = owner.post(ALL, flex("a".repeat(65)));

        assertThat(answer.errorCode()).isEqualTo("CLUSTER_NAME_TOO_LONG");
        assertThat(answer.json().at("/parameters/1").asInt()).isEqualTo(64);
    }

    @Test
    void isMissingBeforeAChangeOfItIsWrong() {
        String tags = IntStream.range(0, 51)
                .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
                .collect(Collectors.joining(","));

        assertThat(owner.patch("/groups/" + PROJECT + "/flexClusters/none", "{'tags':[" + tags + "]}")
                        .errorCode())
                .isEqualTo("CLUSTER_NOT_FOUND");
    }

    @Test
    void letsReadersReadAndNothingElse() {
        owner.post(ALL, flex("first"));

        assertThat(plane.reader().get(ALL + "/first").status()).isEqualTo(200);
        assertThat(plane.reader().delete(ALL + "/first").errorCode()).isEqualTo("USER_UNAUTHORIZED");
    }

    private static String flex(String name) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";
    }
}
