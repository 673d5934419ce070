package io.telamon.control.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.DigestClient;
import io.telamon.control.access.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiKeyOperationsTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";
    private static final String PROJECT_KEYS = PROJECT + "/apiKeys";
    private static final String NEW = "{'desc': 'e2e', 'roles': ['ORG_READ_ONLY']}";
    private static final String NEW_IN_PROJECT = "{'desc': 'e2e', 'roles': ['GROUP_READ_ONLY']}";

    @Test
    void showsTheSecretHalfOnceAndInTheRecordedForm() {
        ApiClient.Answer made = owner().post(KEYS, NEW);
        JsonNode key = made.json();

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Content-Type")).isEqualTo("application/vnd.atlas.2023-01-01+json;charset=utf-8");
        assertThat(key.propertyNames()).containsExactly("desc", "id", "links", "privateKey", "publicKey", "roles");
        assertThat(key.path("publicKey").asString()).matches("[a-z]{8}");
        assertThat(key.path("privateKey").asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(key.path("roles").toString())
                .isEqualTo("[{\"orgId\":\"" + AccessServer.ORGANIZATION + "\",\"roleName\":\"ORG_READ_ONLY\"}]");
        assertThat(key.path("links").path(0).path("href").asString()).endsWith("/api/atlas/v2" + KEYS + "/" + id(made));

        JsonNode later = owner().get(KEYS + "/" + id(made)).json();
        String privateKey = key.path("privateKey").asString();
        assertThat(later.path("privateKey").asString())
                .isEqualTo("********-****-****-" + privateKey.substring(privateKey.length() - 12));
    }

    @Test
    void listsTheNewestFirst() {
        String first = id(owner().post(KEYS, NEW));
        String second = id(owner().post(KEYS, NEW));

        JsonNode page = owner().get(KEYS + "?itemsPerPage=2").json();

        assertThat(page.path("totalCount").asInt()).isEqualTo(3);
        assertThat(page.path("results").path(0).path("id").asString()).isEqualTo(second);
        assertThat(page.path("results").path(1).path("id").asString()).isEqualTo(first);
        assertThat(page.path("results")).hasSize(2);
    }

    @Test
    void changesDescriptionAndRolesAlone() {
        String one = KEYS + "/" + id(owner().post(KEYS, NEW));

        assertThat(owner().patch(one, "{'desc': 'changed'}").json().path("desc").asString())
                .isEqualTo("changed");
        ApiClient.Answer changed = owner().patch(one, "{'roles': ['ORG_MEMBER', 'ORG_GROUP_CREATOR']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("desc").asString()).isEqualTo("changed");
        assertThat(changed.json().path("roles").findValuesAsString("roleName"))
                .containsExactly("ORG_GROUP_CREATOR", "ORG_MEMBER");
    }

    @Test
    void leavesNothingOfADeletedKey() {
        String one = KEYS + "/" + id(owner().post(KEYS, NEW));

        assertThat(owner().delete(one).status()).isEqualTo(204);

        assertThat(owner().get(one).errorCode()).isEqualTo("API_KEY_NOT_FOUND");
        assertThat(owner().get(one).status()).isEqualTo(404);
        assertThat(owner().delete(one).status()).isEqualTo(404);
        assertThat(owner().patch(one, "{'desc': 'x'}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | MISSING_ATTRIBUTE",
                "{'desc': 'x'} | MISSING_ATTRIBUTE",
                "{'desc': 'x', 'roles': []} | MISSING_API_KEY_ROLES",
                "{'desc': '', 'roles': ['ORG_OWNER']} | VALIDATION_ERROR",
                "{'desc': 'x', 'roles': ['ORG_EMPEROR']} | VALIDATION_ERROR",
                "{'desc': 'x', 'roles': ['GROUP_OWNER']} | CANNOT_ADD_GROUP_ROLE",
                "{'desc': 'x', 'roles': 'ORG_OWNER'} | INVALID_JSON_ATTRIBUTE",
                "{'desc': 'x', 'roles': ['ORG_OWNER'], 'colour': 'red'} | INVALID_ATTRIBUTE",
                "{'desc': | MALFORMED_JSON"
            })
    void refusesBodiesThatMakeNoKey(String body, String code) {
        ApiClient.Answer answer = owner().post(KEYS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(owner().get(KEYS).json().path("totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void letsMembersReadAndOwnersChange() {
        DigestClient member = key("ORG_MEMBER");
        ApiClient client = server.client().withKey(member);

        assertThat(client.get(KEYS).status()).isEqualTo(200);
        assertThat(client.post(KEYS, NEW).errorCode()).isEqualTo("USER_UNAUTHORIZED");
        assertThat(client.get(PROJECT_KEYS).status()).isEqualTo(401);
        assertThat(client.get("/orgs/" + AccessServer.FOREIGN_ORGANIZATION + "/apiKeys")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void makesAProjectsKeyAMemberOfTheOrganization() {
        ApiClient.Answer made = owner().post(PROJECT_KEYS, NEW_IN_PROJECT);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("roles").toString())
                .isEqualTo(
                        "[{\"orgId\":\"" + AccessServer.ORGANIZATION + "\",\"roleName\":\"ORG_MEMBER\"},{\"groupId\":\""
                                + AccessServer.PROJECT + "\",\"roleName\":\"GROUP_READ_ONLY\"}]");
        assertThat(server.client().withKey(digest(made)).get(KEYS).status()).isEqualTo(200);
        assertThat(server.client().withKey(digest(made)).get(PROJECT_KEYS).errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void replacesTheRolesInOneProjectOnly() {
        String key = id(owner().post(PROJECT_KEYS, NEW_IN_PROJECT));
        String other = "/groups/" + AccessServer.OTHER_PROJECT + "/apiKeys/" + key;
        assertThat(owner().post(other, "[{'roles': ['GROUP_OWNER']}]").status()).isEqualTo(204);

        ApiClient.Answer changed =
                owner().patch(PROJECT_KEYS + "/" + key, "{'roles': ['GROUP_DATA_ACCESS_READ_ONLY']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("roles").findValuesAsString("roleName"))
                .containsExactly("ORG_MEMBER", "GROUP_DATA_ACCESS_READ_ONLY", "GROUP_OWNER");
    }

    @Test
    void keepsAKeyInTheOrganizationThatLeavesItsProject() {
        String key = id(owner().post(PROJECT_KEYS, NEW_IN_PROJECT));

        assertThat(owner().delete(PROJECT_KEYS + "/" + key).status()).isEqualTo(204);

        assertThat(owner().get(PROJECT_KEYS).json().path("totalCount").asInt()).isZero();
        assertThat(owner().get(KEYS + "/" + key).json().path("roles")).hasSize(1);
        assertThat(owner().delete(PROJECT_KEYS + "/" + key).errorCode()).isEqualTo("API_KEY_NOT_FOUND");
        assertThat(owner().patch(PROJECT_KEYS + "/" + key, "{'desc': 'other'}").errorCode())
                .as("without roles it stays out")
                .isEqualTo("API_KEY_NOT_FOUND");
    }

    @Test
    void addsAKeyOfTheOrganizationToAProjectByARoleThere() {
        String key = id(owner().post(KEYS, "{'desc': 'deployer', 'roles': ['ORG_MEMBER']}"));

        ApiClient.Answer changed = owner().patch(PROJECT_KEYS + "/" + key, "{'roles': ['GROUP_READ_ONLY']}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("roles").findValuesAsString("roleName"))
                .containsExactly("ORG_MEMBER", "GROUP_READ_ONLY");
        assertThat(owner().get(PROJECT_KEYS).json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(owner().patch(PROJECT_KEYS + "/" + key, "{'roles': ['ORG_OWNER']}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
    }

    @Test
    void takesTheParametersOfPagesWithAChangeOfRoles() {
        String key = id(owner().post(PROJECT_KEYS, NEW_IN_PROJECT));

        ApiClient.Answer changed = owner().patch(
                        PROJECT_KEYS + "/" + key + "?includeCount=true&itemsPerPage=100&pageNum=1",
                        "{'roles': ['GROUP_OWNER']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("id").asString()).isEqualTo(key);
    }

    @Test
    void saysThatARoleIsInvalid() {
        ApiClient.Answer refused = owner().post(PROJECT_KEYS, "{'desc': 'x', 'roles': ['INVALID_ROLE']}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains("Invalid role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{'roles': []}]"})
    void addsNoKeyToAProjectWithoutRoles(String body) {
        String key = id(owner().post(KEYS, NEW));

        assertThat(owner().post(PROJECT_KEYS + "/" + key, body).errorCode()).isEqualTo("MISSING_API_KEY_ROLES");
    }

    @Test
    void grantsNoRolesOfAnOrganizationThroughAProject() {
        String key = id(owner().post(KEYS, NEW));

        assertThat(owner().post(PROJECT_KEYS, "{'desc': 'x', 'roles': ['ORG_OWNER']}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
        assertThat(owner().post(PROJECT_KEYS + "/" + key, "[{'roles': ['ORG_OWNER']}]")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
        assertThat(owner().get(PROJECT_KEYS).json().path("totalCount").asInt()).isZero();
    }

    @Test
    void showsAProjectThatIsNotThereAsNotFound() {
        assertThat(owner().get("/groups/eeeeeeeeeeeeeeeeeeeeeeee/apiKeys").errorCode())
                .isEqualTo("GROUP_NOT_FOUND");
    }

    @Test
    void makesTheFirstKeyOfANewOrganization() {
        ApiClient.Answer made =
                owner().post("/orgs", "{'name': 'New', 'apiKey': {'desc': 'first', 'roles': ['ORG_OWNER']}}");
        JsonNode key = made.json().path("apiKey");
        String organization = made.json().path("organization").path("id").asString();
        ApiClient client = server.client()
                .withKey(new DigestClient(
                        key.path("publicKey").asString(), key.path("privateKey").asString()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(client.get("/orgs/" + organization + "/apiKeys").status()).isEqualTo(200);
        assertThat(client.get(KEYS).status()).isEqualTo(401);
        assertThat(client.delete("/orgs/" + organization).status()).isEqualTo(204);
        assertThat(client.get("/orgs/" + organization).status()).isEqualTo(401);
    }

    private static String id(ApiClient.Answer made) {
        return made.json().path("id").asString();
    }
}
