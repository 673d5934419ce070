package io.telamon.control.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.DigestClient;
import io.telamon.control.access.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the owner of a project may do to API keys and service accounts with roles that the owner does not hold. */
class ProjectOwnersTest extends ServerTest {

    private static final String ACCOUNTS = PROJECT + "/serviceAccounts/";
    private static final String KEYS = PROJECT + "/apiKeys/";
    private static final String OTHER_PROJECT = "/groups/" + AccessServer.OTHER_PROJECT;
    private static final String READER = "{'roles': ['GROUP_READ_ONLY']}";

    private ApiClient projectOwner;

    @BeforeEach
    void makeProjectOwner() {
        projectOwner = server.client().withToken(token(account(PROJECT, "GROUP_OWNER")));
    }

    @Test
    void makeNoSecretForTheOwnerOfTheOrganization() {
        String one = ACCOUNTS + AccessServer.CLIENT_ID;
        assertThat(projectOwner.post(one + ":invite", READER).status()).isEqualTo(200);

        ApiClient.Answer made = projectOwner.post(one + "/secrets", "{'secretExpiresAfterHours': 8}");

        assertThat(made.status()).isEqualTo(403);
        assertThat(made.errorCode()).isEqualTo("ACCESS_FORBIDDEN");
        assertThat(made.json().path("error").asInt()).isEqualTo(403);
        assertThat(owner().get(one).json().path("secrets")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /secrets | {'secretExpiresAfterHours': 8}",
                "DELETE | /secrets/SECRET | ''",
                "POST | /accessList | [{'ipAddress': '203.0.113.9'}]",
                "DELETE | /accessList/198.51.100.1 | ''",
                "PATCH | '' | {'name': 'other'}",
                "PATCH | '' | {'description': 'other'}",
                "PATCH | '' | {'roles': ['GROUP_OWNER']}"
            })
    void changeNothingOfAnAccountThatOwnsAnotherProject(String method, String path, String body) {
        JsonNode account = account(OTHER_PROJECT, "GROUP_OWNER");
        String clientId = account.path("clientId").asString();
        String one = ACCOUNTS + clientId;
        owner().post(one + ":invite", READER);
        owner().post(one + "/accessList", "[{'ipAddress': '198.51.100.1'}, {'ipAddress': '127.0.0.1'}]");
        String secretId = account.path("secrets").path(0).path("id").asString();
        List<String> before = seen(one);

        ApiClient.Answer refused = projectOwner.send(method, one + path.replace("SECRET", secretId), body);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("ACCESS_FORBIDDEN");
        assertThat(seen(one)).isEqualTo(before);
        assertThat(server.client()
                        .withToken(token(account))
                        .get(OTHER_PROJECT + "/apiKeys")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /secrets | {'secretExpiresAfterHours': 8} | 201",
                "DELETE | /secrets/SECRET | '' | 204",
                "POST | /accessList | [{'ipAddress': '203.0.113.9'}] | 200",
                "DELETE | /accessList/198.51.100.1 | '' | 204",
                "PATCH | '' | {'name': 'other'} | 200",
                "PATCH | '' | {'roles': ['GROUP_CLUSTER_MANAGER']} | 200"
            })
    void changeAnAccountOfEqualRoles(String method, String path, String body, int status) {
        JsonNode account = account(PROJECT, "GROUP_OWNER");
        String one = ACCOUNTS + account.path("clientId").asString();
        owner().post(one + "/accessList", "[{'ipAddress': '198.51.100.1'}]");
        String secretId = account.path("secrets").path(0).path("id").asString();

        ApiClient.Answer changed = projectOwner.send(method, one + path.replace("SECRET", secretId), body);

        assertThat(changed.status()).isEqualTo(status);
    }

    @Test
    void changeAnAccountOnceItsRolesElsewhereAreGone() {
        JsonNode account = account(OTHER_PROJECT, "GROUP_READ_ONLY");
        String one = "/serviceAccounts/" + account.path("clientId").asString();
        projectOwner.post(PROJECT + one + ":invite", READER);
        assertThat(projectOwner.patch(PROJECT + one, "{'name': 'x'}").status()).isEqualTo(403);

        owner().delete(OTHER_PROJECT + one);

        assertThat(projectOwner.patch(PROJECT + one, "{'name': 'x'}").status()).isEqualTo(200);
    }

    @Test
    void takeAnAccountOutOfTheProjectAndNothingElseFromIt() {
        JsonNode account = account(OTHER_PROJECT, "GROUP_OWNER");
        String one = ACCOUNTS + account.path("clientId").asString();
        projectOwner.post(one + ":invite", READER);

        assertThat(projectOwner.delete(one).status()).isEqualTo(204);

        assertThat(server.client()
                        .withToken(token(account))
                        .get(OTHER_PROJECT + "/apiKeys")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'desc': 'other'}", "{'roles': ['GROUP_OWNER']}"})
    void changeNothingOfAKeyWithARoleThatTheyLack(String body) {
        String id = keyId(key("ORG_READ_ONLY"));
        assertThat(projectOwner.post(KEYS + id, "[" + READER + "]").status()).isEqualTo(204);
        String before = owner().get(ORGANIZATION + "/apiKeys/" + id).text();

        ApiClient.Answer refused = projectOwner.patch(KEYS + id, body);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("ACCESS_FORBIDDEN");
        assertThat(owner().get(ORGANIZATION + "/apiKeys/" + id).text()).isEqualTo(before);
        assertThat(projectOwner.delete(KEYS + id).status()).isEqualTo(204);
    }

    @Test
    void changeAKeyOfEqualRoles() {
        String id = keyId(digest(owner().post(PROJECT + "/apiKeys", "{'desc': 'x', 'roles': ['GROUP_OWNER']}")));

        assertThat(projectOwner
                        .patch(KEYS + id, "{'roles': ['GROUP_READ_ONLY']}")
                        .status())
                .isEqualTo(200);
    }

    private List<String> seen(String one) {
        return List.of(owner().get(one).text(), owner().get(one + "/accessList").text());
    }

    private JsonNode account(String scope, String role) {
        String body = "{'name': 'a', 'description': 'b', 'roles': ['" + role + "'], 'secretExpiresAfterHours': 8}";
        return owner().post(scope + "/serviceAccounts", body).json();
    }

    private String token(JsonNode account) {
        String basic = AccessServer.basic(
                account.path("clientId").asString(),
                account.path("secrets").path(0).path("secret").asString());
        return server.client().token(basic).json().path("access_token").asString();
    }

    private String keyId(DigestClient key) {
        return owner().get(ORGANIZATION + "/apiKeys")
                .json()
                .path("results")
                .valueStream()
                .filter(one -> one.path("publicKey").asString().equals(key.publicKey()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }
}
