package io.telamon.control.project;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane(pace = Pace.MANUAL)
class ProjectOperationsTest {

    private static final String ALL = "/groups";
    private static final String FLEX =
            "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void answersACreationWithoutTagsAsRecorded() {
        Answer answer = owner.post("/groups?projectOwnerId=", project("first"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.atlas.2023-01-01+json;charset=utf-8");
        assertThat(answer.header("Location")).isEqualTo(owner.origin() + "//api/atlas/v1.0");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("1200");
        String id = answer.json().path("id").asString();
        String created = answer.json().path("created").asString();
        assertThat(created).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        String self = owner.origin() + "/api/atlas/v2/groups/" + id;
        assertThat(answer.text())
                .isEqualTo(("{'clusterCount':0,'created':'%s','id':'%s','links':["
                                + "{'href':'%3$s','rel':'self'},"
                                + "{'href':'%3$s/containers','rel':'https://cloud.mongodb.com/containers'},"
                                + "{'href':'%3$s/clusters','rel':'https://cloud.mongodb.com/clusters'},"
                                + "{'href':'%3$s/databaseUsers','rel':'https://cloud.mongodb.com/databaseUsers'},"
                                + "{'href':'%3$s/peers','rel':'https://cloud.mongodb.com/peers'},"
                                + "{'href':'%3$s/processes','rel':'https://cloud.mongodb.com/processes'},"
                                + "{'href':'%3$s/whitelist','rel':'https://cloud.mongodb.com/whitelist'}],"
                                + "'name':'first','orgId':'%4$s','withDefaultAlertsSettings':true}")
                        .formatted(created, id, self, ORGANIZATION)
                        .replace('\'', '"'));
    }

    @Test
    void takesWhatTheOldSdksSendWithEveryProject() {
        Answer answer = owner.post(
                ALL,
                "{'clusterCount':0,'created':'0001-01-01T00:00:00Z','name':'old','orgId':'" + ORGANIZATION
                        + "','regionUsageRestrictions':'NONE'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("regionUsageRestrictions")).isFalse();
    }

    @Test
    void showsTagsWhereverTheyAreKnown() {
        Answer created = owner.post(
                ALL,
                "{'name':'first','orgId':'" + ORGANIZATION + "','withDefaultAlertsSettings':false,"
                        + "'regionUsageRestrictions':'GOV_REGIONS_ONLY',"
                        + "'tags':[{'key':'use','value':'test'},{'key':'cost','value':'low'}]}");
        String one = ALL + "/" + created.json().path("id").asString();

        assertThat(created.json().path("tags").toString())
                .isEqualTo("[{'key':'use','value':'test'},{'key':'cost','value':'low'}]".replace('\'', '"'));
        assertThat(created.json().path("withDefaultAlertsSettings").asBoolean()).isFalse();
        assertThat(created.json().path("regionUsageRestrictions").asString()).isEqualTo("GOV_REGIONS_ONLY");
        assertThat(owner.get(one).text()).isEqualTo(created.text());
        assertThat(owner.get("/groups/byName/first").text()).isEqualTo(created.text());
        assertThat(owner.patch(one, "{'tags':[]}").json().path("tags").toString())
                .isEqualTo("[]");
        assertThat(owner.get(one).json().path("tags").toString()).isEqualTo("[]");
    }

    @Test
    void listsProjectsByNameWithOneLinkAsRecorded() {
        owner.post(ALL, project("Another project"));

        Answer answer = owner.get(ALL);

        assertThat(answer.text())
                .startsWith(("{'links':[{'href':'%s/api/atlas/v2/groups?includeCount=true&pageNum=1&itemsPerPage=100',"
                                + "'rel':'self'}],'results':[{'clusterCount':0,")
                        .formatted(owner.origin())
                        .replace('\'', '"'));
        assertThat(answer.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(answer.json().path("results").get(1).toString())
                .isEqualTo(("{'clusterCount':0,'created':'%4$s','id':'%1$s','links':["
                                + "{'href':'%2$s/api/atlas/v2/groups/%1$s','rel':'self'}],'name':'Test project',"
                                + "'orgId':'%3$s','tags':[],'withDefaultAlertsSettings':true}")
                        .formatted(
                                PROJECT,
                                owner.origin(),
                                ORGANIZATION,
                                answer.json().at("/results/1/created").asString())
                        .replace('\'', '"'));
    }

    @Test
    void pagesThroughTheProjectsOfAnOrganization() {
        IntStream.range(0, 4).forEach(i -> owner.post(ALL, project("page-" + i)));

        Answer page = owner.get("/orgs/" + ORGANIZATION + "/groups?name=PAGE&itemsPerPage=3&pageNum=2");

        assertThat(names(page)).containsExactly("page-3");
        assertThat(page.json().path("totalCount").asInt()).isEqualTo(4);
        assertThat(page.json().path("links").values().stream()
                        .map(link -> link.path("rel").asString()))
                .containsExactly("self", "previous");
    }

    @Test
    void showsACallerOnlyTheProjectsThatItMaySee() {
        owner.post(ALL, project("hidden"));

        assertThat(names(plane.reader().get(ALL))).containsExactly("Test project");
        assertThat(names(plane.creator().get(ALL))).isEmpty();
        assertThat(names(plane.creator().get("/orgs/" + ORGANIZATION + "/groups")))
                .isEmpty();
        assertThat(plane.reader().get("/groups/byName/hidden").errorCode()).isEqualTo("GROUP_NAME_NOT_FOUND");
    }

    @Test
    void countsTheClustersOfEachProject() {
        owner.post("/groups/" + PROJECT + "/flexClusters", FLEX);
        owner.post(ALL, project("empty"));

        assertThat(owner.get("/groups/" + PROJECT).json().path("clusterCount").asInt())
                .isEqualTo(1);
        assertThat(owner.get(ALL).json().path("results").values().stream()
                        .map(project -> project.path("clusterCount").asInt()))
                .containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void letsThoseCreateProjectsWhoMay() {
        assertThat(plane.creator().post(ALL, project("first")).status()).isEqualTo(201);

        Answer refused = plane.reader().post(ALL, project("second"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("NOT_ORG_GROUP_CREATOR");
        assertThat(owner.post(ALL, "{'name':'first','orgId':'111111111111111111111111'}")
                        .errorCode())
                .isEqualTo("NOT_ORG_GROUP_CREATOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orgId':'aaaaaaaaaaaaaaaaaaaaaaaa'}",
                "{'name':'no organization'}",
                "{'name':'slash/','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa'}",
                "{'name':'','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa'}",
                "{'name':'short','orgId':'aaa'}",
                "{'name':'tag','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa','tags':[{'key':'','value':'x'}]}",
                "{'name':'tag','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa','tags':[{'key':'x'}]}",
                "{'name':'tag','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa','tags':[{'key':'x','value':'a/b'}]}",
                "{'name':'unknown','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa','color':'red'}"
            })
    void refusesProjectsThatAreNotDescribedWell(String body) {
        Answer answer = owner.post(ALL, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/badRequestDetail/fields").isEmpty()).isFalse();
    }

    @Test
    void saysWhatIsWrongWithATagInTheWordsThatClientsLookFor() {
        String tagged = "{'name':'tag','orgId':'aaaaaaaaaaaaaaaaaaaaaaaa','tags':[{'key':'x','value':'%s'}]}";

        assertThat(owner.post(ALL, tagged.formatted("test/test"))
                        .json()
                        .at("/detail")
                        .asString())
                .containsPattern("contains invalid characters\\W+Allowable characters include");
        assertThat(owner.post(ALL, tagged.formatted("a".repeat(256)))
                        .json()
                        .at("/detail")
                        .asString())
                .containsPattern("exceeded the maximum allowed length of \\d+ characters")
                .doesNotContain("invalid characters");
    }

    @Test
    void refusesMoreThanFiftyTags() {
        String tags = String.join(
                ",",
                IntStream.range(0, 51)
                        .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
                        .toList());

        assertThat(owner.patch("/groups/" + PROJECT, "{'tags':[" + tags + "]}").errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void refusesAPersonAsOwnerAsThereAreNone() {
        assertThat(owner.post("/groups?projectOwnerId=" + PROJECT, project("first"))
                        .errorCode())
                .isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void renamesAProjectToAFreeName() {
        owner.post(ALL, project("taken"));

        Answer renamed = owner.patch("/groups/" + PROJECT, "{'name':'renamed'}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().path("name").asString()).isEqualTo("renamed");
        assertThat(renamed.json().path("links").size()).isEqualTo(7);
        Answer refused = owner.patch("/groups/" + PROJECT, "{'name':'taken'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("GROUP_ALREADY_EXISTS");
    }

    @Test
    void deletesAProjectAndKnowsItNoMore() {
        Answer answer = owner.delete("/groups/" + PROJECT);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{}");
        Answer gone = owner.get("/groups/" + PROJECT);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorCode()).isEqualTo("GROUP_NOT_FOUND");
        assertThat(gone.json().path("detail").asString()).isEqualTo("No group with ID " + PROJECT + " exists.");
    }

    @Test
    void refusesToDeleteAProjectWithClusters() {
        owner.post("/groups/" + PROJECT + "/flexClusters", FLEX);

        Answer answer = owner.delete("/groups/" + PROJECT);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS");
    }

    @Test
    void givesANameToOneOfAHundredWhoAskAtOnce() {
        List<Integer> statuses = TestControlPlane.atOnce(
                100, i -> owner.post(ALL, project("contested")).status());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void leavesANameToOneOfThoseWhoRenameAndCreateAtOnce() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> owner.post(ALL, project("before-" + i))
                        .json()
                        .path("id")
                        .asString())
                .toList();

        List<Integer> statuses = TestControlPlane.atOnce(
                40,
                i -> i < 20
                        ? owner.patch("/groups/" + ids.get(i), "{'name':'contested'}")
                                .status()
                        : owner.post(ALL, project("contested")).status());

        assertThat(statuses.stream().filter(status -> status < 300)).hasSize(1);
        assertThat(statuses).allMatch(status -> status < 300 || status == 409);
    }

    @RepeatedTest(5)
    void leavesNoClusterInADeletedProject() {
        List<Integer> statuses = TestControlPlane.atOnce(
                20,
                i -> i == 10
                        ? owner.delete("/groups/" + PROJECT).status()
                        : owner.post("/groups/" + PROJECT + "/flexClusters", FLEX.replace("first", "c" + i))
                                .status());

        boolean deleted = statuses.get(10) == 202;
        assertThat(deleted || statuses.get(10) == 409).isTrue();
        assertThat(statuses.contains(201)).isEqualTo(!deleted);
        assertThat(owner.get("/groups/" + PROJECT).status()).isEqualTo(deleted ? 404 : 200);
    }

    private static String project(String name) {
        return "{'name':'" + name + "','orgId':'" + ORGANIZATION + "','withDefaultAlertsSettings':true}";
    }

    private static List<String> names(Answer answer) {
        return answer.json().path("results").values().stream()
                .map(project -> project.path("name").asString())
                .toList();
    }
}
