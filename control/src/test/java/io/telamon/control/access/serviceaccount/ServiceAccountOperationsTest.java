package io.telamon.control.access.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.ServerTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ServiceAccountOperationsTest extends ServerTest {

    private static final String ACCOUNTS = ORGANIZATION + "/serviceAccounts";
    private static final String PROJECT_ACCOUNTS = PROJECT + "/serviceAccounts";
    private static final String NEW =
            "{'name': 'ci', 'description': 'for CI', 'roles': ['ORG_MEMBER'], 'secretExpiresAfterHours': 8}";
    private static final String NEW_IN_PROJECT =
            "{'name': 'ci', 'description': 'for CI', 'roles': ['GROUP_OWNER'], 'secretExpiresAfterHours': 8}";

    @Test
    void showsTheSecretOnce() {
        ApiClient.Answer made = owner().post(ACCOUNTS, NEW);
        JsonNode secret = made.json().path("secrets").path(0);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Content-Type")).isEqualTo("application/vnd.atlas.2024-08-05+json;charset=utf-8");
        assertThat(made.json().propertyNames())
                .containsExactly("clientId", "createdAt", "description", "name", "roles", "secrets");
        assertThat(clientId(made)).matches("mdb_sa_id_[a-f0-9]{24}");
        assertThat(secret.path("secret").asString()).matches("mdb_sa_sk_[A-Za-z0-9_-]{40}");
        assertThat(secret.path("id").asString()).matches("[a-f0-9]{24}");
        assertThat(secret.path("createdAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(secret.path("expiresAt").asString()).isEqualTo("2026-03-01T20:00:00Z");

        JsonNode later = owner().get(ACCOUNTS + "/" + clientId(made)).json();
        assertThat(later.path("secrets").path(0).has("secret")).isFalse();
        assertThat(later.path("secrets").path(0).path("maskedSecretValue").asString())
                .isEqualTo("mdb_sa_sk_..." + secret.path("secret").asString().substring(46));
        assertThat(owner().get(ACCOUNTS).json().path("totalCount").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | MISSING_ATTRIBUTE",
                "{'name': 'a', 'description': 'b', 'roles': [], 'secretExpiresAfterHours': 8} | VALIDATION_ERROR",
                "{'name': '', 'description': 'b', 'roles': ['ORG_OWNER'], 'secretExpiresAfterHours': 8} | VALIDATION_ERROR",
                "{'name': 'a<b', 'description': 'b', 'roles': ['ORG_OWNER'], 'secretExpiresAfterHours': 8} | VALIDATION_ERROR",
                "{'name': 'a', 'description': 'b', 'roles': ['ORG_OWNER'], 'secretExpiresAfterHours': 7} | VALIDATION_ERROR",
                "{'name': 'a', 'description': 'b', 'roles': ['ORG_OWNER'], 'secretExpiresAfterHours': 8761} | VALIDATION_ERROR",
                "{'name': 'a', 'description': 'b', 'roles': ['ORG_OWNER'], 'secretExpiresAfterHours': 'x'} | INVALID_JSON_ATTRIBUTE",
                "{'name': 'a', 'description': 'b', 'roles': ['GROUP_OWNER'], 'secretExpiresAfterHours': 8} | CANNOT_ADD_GROUP_ROLE"
            })
    void refusesBodiesThatMakeNoAccount(String body, String code) {
        ApiClient.Answer answer = owner().post(ACCOUNTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(owner().get(ACCOUNTS).json().path("totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void boundsTheLifeOfSecretsAsTheOrganizationSets() {
        owner().patch(ORGANIZATION + "/settings", "{'maxServiceAccountSecretValidityInHours': 24}");

        assertThat(owner().post(ACCOUNTS, NEW).status()).isEqualTo(201);
        assertThat(owner().post(ACCOUNTS, NEW.replace("Hours': 8", "Hours': 25"))
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void changesWhatIsGivenAndDeletesForGood() {
        String one = ACCOUNTS + "/" + clientId(owner().post(ACCOUNTS, NEW));

        ApiClient.Answer changed = owner().patch(one, "{'description': 'new', 'roles': ['ORG_OWNER']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("ci");
        assertThat(changed.json().path("description").asString()).isEqualTo("new");
        assertThat(changed.json().path("roles").toString()).isEqualTo("[\"ORG_OWNER\"]");
        assertThat(owner().delete(one).status()).isEqualTo(204);
        assertThat(owner().get(one).status()).isEqualTo(404);
        assertThat(owner().delete(one).errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(owner().patch(one, "{}").status()).isEqualTo(404);
    }

    @Test
    void rotatesSecretsTwoAtATime() {
        ApiClient.Answer made = owner().post(ACCOUNTS, NEW);
        String secrets = ACCOUNTS + "/" + clientId(made) + "/secrets";
        String first = made.json().path("secrets").path(0).path("id").asString();

        ApiClient.Answer second = owner().post(secrets, "{'secretExpiresAfterHours': 9}");
        ApiClient.Answer third = owner().post(secrets, "{'secretExpiresAfterHours': 9}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().propertyNames()).containsExactly("createdAt", "expiresAt", "id", "secret");
        assertThat(third.status()).isEqualTo(400);
        assertThat(owner().delete(secrets + "/" + first).status()).isEqualTo(204);
        assertThat(owner().delete(secrets + "/" + first).status()).isEqualTo(404);
        assertThat(server.client()
                        .token(AccessServer.basic(
                                clientId(made),
                                made.json()
                                        .path("secrets")
                                        .path(0)
                                        .path("secret")
                                        .asString()))
                        .status())
                .isEqualTo(401);
        assertThat(server.client()
                        .token(AccessServer.basic(
                                clientId(made), second.json().path("secret").asString()))
                        .status())
                .isEqualTo(200);
        assertThat(owner().post(secrets, "{'secretExpiresAfterHours': 9}").status())
                .isEqualTo(201);
    }

    @Test
    void hasNeverMoreThanTwoSecretsHoweverManyAreAskedForAtOnce() {
        String secrets = ACCOUNTS + "/" + clientId(owner().post(ACCOUNTS, NEW)) + "/secrets";
        AtomicInteger made = new AtomicInteger();

        IntStream.range(0, 8).parallel().forEach(i -> {
            if (owner().post(secrets, "{'secretExpiresAfterHours': 9}").status() == 201) {
                made.incrementAndGet();
            }
        });

        assertThat(made).hasValue(1);
    }

    @Test
    void makesAProjectsAccountAMemberOfTheOrganization() {
        ApiClient.Answer made = owner().post(PROJECT_ACCOUNTS, NEW_IN_PROJECT);
        String clientId = clientId(made);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("roles").toString()).isEqualTo("[\"GROUP_OWNER\"]");
        assertThat(owner().get(ACCOUNTS + "/" + clientId).json().path("roles").toString())
                .isEqualTo("[\"ORG_MEMBER\"]");
        assertThat(owner().get(ACCOUNTS + "/" + clientId + "/groups")
                        .json()
                        .path("results")
                        .toString())
                .isEqualTo("[{\"groupId\":\"" + AccessServer.PROJECT + "\"}]");
        assertThat(owner().get(PROJECT_ACCOUNTS).json().path("totalCount").asInt())
                .isEqualTo(1);
        assertThat(owner().get(PROJECT_ACCOUNTS + "/" + clientId).status()).isEqualTo(200);
        assertThat(owner().get("/groups/" + AccessServer.OTHER_PROJECT + "/serviceAccounts/" + clientId)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsAProjectsOwnerRotateSecretsAndEditTheAccessListThere() {
        ApiClient.Answer made = owner().post(PROJECT_ACCOUNTS, NEW_IN_PROJECT);
        String token = server.client()
                .token(AccessServer.basic(
                        clientId(made),
                        made.json().path("secrets").path(0).path("secret").asString()))
                .json()
                .path("access_token")
                .asString();
        ApiClient account = server.client().withToken(token);
        String one = "/serviceAccounts/" + clientId(made);

        assertThat(account.post(PROJECT + one + "/secrets", "{'secretExpiresAfterHours': 9}")
                        .status())
                .isEqualTo(201);
        assertThat(account.post(PROJECT + one + "/accessList", "[{'ipAddress': '127.0.0.1'}]")
                        .status())
                .isEqualTo(200);
        assertThat(account.delete(PROJECT + one + "/accessList/127.0.0.1").errorCode())
                .isEqualTo("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST");
        assertThat(account.post(ORGANIZATION + one + "/secrets", "{'secretExpiresAfterHours': 9}")
                        .errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
        assertThat(account.patch(PROJECT + one, "{'roles': ['GROUP_READ_ONLY']}")
                        .status())
                .isEqualTo(200);
        assertThat(account.patch(PROJECT + one, "{'roles': ['GROUP_OWNER']}").errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void invitesAnAccountIntoAProjectAndOutAgain() {
        String one = PROJECT_ACCOUNTS + "/" + clientId(owner().post(ACCOUNTS, NEW));

        ApiClient.Answer invited = owner().post(one + ":invite", "{'roles': ['GROUP_READ_ONLY']}");

        assertThat(invited.status()).isEqualTo(200);
        assertThat(invited.json().path("roles").toString()).isEqualTo("[\"GROUP_READ_ONLY\"]");
        assertThat(owner().post(one + ":invite", "{'roles': ['ORG_OWNER']}").errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
        assertThat(owner().post(
                                PROJECT_ACCOUNTS + "/mdb_sa_id_ffffffffffffffffffffffff:invite",
                                "{'roles': ['GROUP_OWNER']}")
                        .status())
                .isEqualTo(404);
        assertThat(owner().delete(one).status()).isEqualTo(204);
        assertThat(owner().get(one).status()).isEqualTo(404);
        assertThat(owner().delete(one).status()).isEqualTo(404);
    }

    private static String clientId(ApiClient.Answer made) {
        return made.json().path("clientId").asString();
    }
}
