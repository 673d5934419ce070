package io.telamon.control.organization;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane
class OrganizationOperationsTest {

    private static final String ONE = "/orgs/" + ORGANIZATION;
    private static final String SETTINGS = ONE + "/settings";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void showsAnOrganizationAsRecorded() {
        Answer answer = owner.get(ONE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.atlas.2023-01-01+json;charset=utf-8");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("500");
        String self = owner.origin() + "/api/atlas/v2/orgs/" + ORGANIZATION;
        assertThat(answer.text())
                .isEqualTo(("{'id':'%s','isDeleted':false,'links':["
                                + "{'href':'%s','rel':'self'},"
                                + "{'href':'%s/groups','rel':'https://cloud.mongodb.com/groups'},"
                                + "{'href':'%s/teams','rel':'https://cloud.mongodb.com/teams'},"
                                + "{'href':'%s/users','rel':'https://cloud.mongodb.com/users'}],"
                                + "'name':'Test organization','skipDefaultAlertsSettings':false}")
                        .formatted(ORGANIZATION, self, self, self, self)
                        .replace('\'', '"'));
    }

    @Test
    void listsOnlyTheCallersOrganizationWithOneLinkAsRecorded() {
        owner.post("/orgs", "{'name':'another','apiKey':{'desc':'first','roles':['ORG_OWNER']}}");

        Answer answer = owner.get("/orgs?name=");

        assertThat(answer.header("RateLimit-Limit")).isEqualTo("300");
        assertThat(answer.text())
                .isEqualTo(("{'links':[{'href':'%1$s/api/atlas/v2/orgs?includeCount=true&name=&pageNum=1"
                                + "&itemsPerPage=100','rel':'self'}],'results':[{'id':'%2$s','isDeleted':false,"
                                + "'links':[{'href':'%1$s/api/atlas/v2/orgs/%2$s','rel':'self'}],"
                                + "'name':'Test organization','skipDefaultAlertsSettings':false}],'totalCount':1}")
                        .formatted(owner.origin(), ORGANIZATION)
                        .replace('\'', '"'));
    }

    @Test
    void filtersTheListByTheBeginningOfTheNameInAnyCase() {
        assertThat(owner.get("/orgs?name=test").json().path("totalCount").asInt())
                .isEqualTo(1);
        assertThat(owner.get("/orgs?name=organization")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void listsNothingOnPagesAfterTheLast() {
        Answer answer = owner.get("/orgs?pageNum=2&itemsPerPage=1");

        assertThat(answer.json().path("results").isEmpty()).isTrue();
        assertThat(answer.json().path("links").get(1).path("rel").asString()).isEqualTo("previous");
    }

    @Test
    void createsAnOrganizationTogetherWithItsInitialCredentials() {
        String person = owner.get(ONE + "/users").json().at("/results/0/id").asString();
        Answer answer = owner.post(
                "/orgs",
                "{'name':'another','skipDefaultAlertsSettings':true,'orgOwnerId':'" + person + "',"
                        + "'apiKey':{'desc':'first','roles':['ORG_OWNER']},"
                        + "'serviceAccount':{'name':'robot','description':'works','roles':['ORG_MEMBER'],"
                        + "'secretExpiresAfterHours':8}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().propertyNames())
                .containsExactly("apiKey", "orgOwnerId", "organization", "serviceAccount", "skipDefaultAlertsSettings");
        assertThat(answer.json().at("/organization/name").asString()).isEqualTo("another");
        assertThat(answer.json().at("/apiKey/desc").asString()).isEqualTo("first");
        assertThat(answer.json().at("/serviceAccount/name").asString()).isEqualTo("robot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'nobody could enter it'}",
                "{'apiKey':{'desc':'first','roles':['ORG_OWNER']}}",
                "{'name':'no roles','apiKey':{'desc':'first','roles':[]}}",
                "{'name':'no_such_role','apiKey':{'desc':'first','roles':['ORG_KING']}}",
                "{'name':'slash/','apiKey':{'desc':'first','roles':['ORG_OWNER']}}",
                "{'name':'short','serviceAccount':{'name':'robot','description':'works','roles':['ORG_MEMBER'],"
                        + "'secretExpiresAfterHours':7}}"
            })
    void refusesToCreateAnOrganizationThatIsNotDescribedWell(String body) {
        assertThat(owner.post("/orgs", body).status()).isEqualTo(400);
    }

    @Test
    void letsOnlyOwnersCreateOrganizations() {
        assertThat(plane.creator()
                        .post("/orgs", "{'name':'another','apiKey':{'desc':'first','roles':['ORG_OWNER']}}")
                        .errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void renamesAnOrganization() {
        Answer answer = owner.patch(ONE, "{'id':'ignored','name':'renamed'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("renamed");
        assertThat(owner.get(ONE).json().path("name").asString()).isEqualTo("renamed");
    }

    @Test
    void refusesToDeleteAnOrganizationWithProjects() {
        Answer answer = owner.delete(ONE);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("ORG_NOT_EMPTY");
    }

    @Test
    void deletesAnEmptyOrganizationWithItsTeams() {
        owner.post(ONE + "/teams", "{'name':'builders','usernames':['a@example.org']}");
        owner.delete("/groups/" + PROJECT);

        assertThat(owner.delete(ONE).status()).isEqualTo(204);

        assertThat(owner.get(ONE).status())
                .as("its credentials are gone with it")
                .isEqualTo(401);
    }

    @RepeatedTest(5)
    void leavesNoProjectInADeletedOrganization() {
        owner.delete("/groups/" + PROJECT);

        List<Integer> statuses = TestControlPlane.atOnce(
                20,
                i -> i == 10
                        ? owner.delete(ONE).status()
                        : owner.post("/groups", "{'name':'p" + i + "','orgId':'" + ORGANIZATION + "'}")
                                .status());

        boolean deleted = statuses.get(10) == 204;
        assertThat(deleted || statuses.get(10) == 409).isTrue();
        assertThat(statuses.contains(201)).isEqualTo(!deleted);
    }

    @Test
    void startsWithTheSettingsOfNewOrganizations() {
        assertThat(owner.get(SETTINGS).text())
                .isEqualTo(("{'apiAccessListRequired':false,'genAIFeaturesEnabled':true,"
                                + "'multiFactorAuthRequired':false,'restrictEmployeeAccess':false,"
                                + "'streamsCrossGroupEnabled':false}")
                        .replace('\'', '"'));
    }

    @Test
    void changesTheSettingsThatAreNamedAndKeepsTheOthers() {
        owner.patch(SETTINGS, "{'securityContact':'safe@example.org','genAIFeaturesEnabled':false}");
        Answer answer = owner.patch(
                SETTINGS,
                "{'maxServiceAccountSecretValidityInHours':24,"
                        + "'customSessionTimeouts':{'absoluteSessionTimeoutInSeconds':3600}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(owner.get(SETTINGS).text());
        assertThat(answer.json().path("genAIFeaturesEnabled").asBoolean()).isFalse();
        assertThat(answer.json().path("securityContact").asString()).isEqualTo("safe@example.org");
        assertThat(answer.json().path("maxServiceAccountSecretValidityInHours").asInt())
                .isEqualTo(24);
        assertThat(answer.json()
                        .at("/customSessionTimeouts/absoluteSessionTimeoutInSeconds")
                        .asInt())
                .isEqualTo(3600);
    }

    @Test
    void returnsToTheStandardWhereSettingsAreCleared() {
        owner.patch(
                SETTINGS,
                "{'securityContact':'safe@example.org','customSessionTimeouts':{'idleSessionTimeoutInSeconds':300}}");

        Answer answer = owner.patch(SETTINGS, "{'securityContact':'','customSessionTimeouts':{}}");

        assertThat(answer.json().has("securityContact")).isFalse();
        assertThat(answer.json().has("customSessionTimeouts")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'maxServiceAccountSecretValidityInHours':7}",
                "{'maxServiceAccountSecretValidityInHours':8761}",
                "{'securityContact':'nobody'}",
                "{'apiAccessListRequired':'yes'}",
                "{'customSessionTimeouts':{'absoluteSessionTimeoutInSeconds':3599}}",
                "{'customSessionTimeouts':{'absoluteSessionTimeoutInSeconds':3600,'idleSessionTimeoutInSeconds':3601}}",
                "{'unknown':true}"
            })
    void refusesSettingsOutOfBounds(String body) {
        assertThat(owner.patch(SETTINGS, body).status()).isEqualTo(400);
    }

    @Test
    void showsNothingOfAnOrganizationToStrangers() {
        Answer other = owner.post("/orgs", "{'name':'Other','apiKey':{'desc':'first','roles':['ORG_OWNER']}}");

        assertThat(owner.get("/orgs/" + other.json().at("/organization/id").asString())
                        .status())
                .isEqualTo(401);
        assertThat(owner.get("/orgs/111111111111111111111111").errorCode()).isEqualTo("ORG_NOT_FOUND");
        assertThat(owner.get("/orgs/short").errorCode()).isEqualTo("PATH_PARAM_PARSE_ERROR");
    }
}
