package io.telamon.control.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthOperationsTest extends ServerTest {

    private static final String TOKEN = "/api/oauth/token";
    private static final String REVOKE = "/api/oauth/revoke";
    private static final String GRANT = "grant_type=client_credentials";
    private static final String RIGHT = AccessServer.basic(AccessServer.CLIENT_ID, AccessServer.CLIENT_SECRET);

    @Test
    void makesABearerTokenOfAnHour() {
        ApiClient.Answer answer = server.client().token(RIGHT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("access_token").asString().split("\\.", -1))
                .hasSize(3);
        assertThat(answer.json().propertyNames()).containsExactly("access_token", "expires_in", "token_type");
    }

    @Test
    void takesCredentialsWithTheirUrlEscaping() {
        String escaped = URLEncoder.encode(AccessServer.CLIENT_ID, StandardCharsets.UTF_8)
                .replace("_", "%5F");
        String secret = AccessServer.CLIENT_SECRET.replace("_", "%5f").replace("0", "%30");

        assertThat(server.client().token(AccessServer.basic(escaped, secret)).status())
                .isEqualTo(200);
    }

    @Test
    void takesParametersOfTheContentType() {
        ApiClient.Answer answer = server.client()
                .withHeader(RIGHT)
                .raw("POST", TOKEN, GRANT, "application/x-www-form-urlencoded;charset=UTF-8");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic bm9jb2xvbg==",
                "Basic OnNlY3JldA==",
                "Bearer abc",
                "Digest username=\"x\"",
                "Basic bWRiX3NhX2lkX2ZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZjp4"
            })
    void refusesEveryOtherClientTheSame(String header) {
        ApiClient.Answer answer = server.client().withHeader(header).form(TOKEN, GRANT);
        ApiClient.Answer wrongSecret = server.client()
                .withHeader(AccessServer.basic(AccessServer.CLIENT_ID, AccessServer.CLIENT_SECRET + "x"))
                .form(TOKEN, GRANT);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.json().propertyNames()).containsExactly("error", "error_description");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(answer.text()).isEqualTo(wrongSecret.text());
    }

    @Test
    void refusesAClientWithoutCredentials() {
        assertThat(server.client().form(TOKEN, GRANT).json().path("error").asString())
                .isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password, unsupported_grant_type",
        "grant_type=CLIENT_CREDENTIALS, unsupported_grant_type",
        "grant_type=, invalid_request",
        "scope=x, invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&scope=a&scope=b, invalid_request",
        "grant_type=%zz, invalid_request"
    })
    void refusesEveryOtherGrant(String form, String error) {
        ApiClient.Answer answer = server.client().withHeader(RIGHT).form(TOKEN, form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
    }

    @Test
    void refusesBodiesThatAreNoForms() {
        ApiClient.Answer answer = server.client()
                .withHeader(RIGHT)
                .raw("POST", TOKEN, "{\"grant_type\":\"client_credentials\"}", "application/json");

        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void refusesOtherMethods(String method) {
        assertThat(server.client().raw(method, TOKEN, "", "").status()).isEqualTo(405);
    }

    @Test
    void refusesAnExpiredSecret() {
        ApiClient.Answer made = owner().post(
                        ORGANIZATION + "/serviceAccounts",
                        "{'name': 'n', 'description': 'd', 'roles': ['ORG_MEMBER'], 'secretExpiresAfterHours': 8}");
        String basic = AccessServer.basic(
                made.json().path("clientId").asString(),
                made.json().path("secrets").path(0).path("secret").asString());
        assertThat(server.client().token(basic).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(8));

        assertThat(server.client().token(basic).json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void remembersWhenASecretWasUsed() {
        String account = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;
        assertThat(owner().get(account).json().path("secrets").path(0).has("lastUsedAt"))
                .isFalse();

        server.client().token(RIGHT);

        assertThat(owner().get(account)
                        .json()
                        .path("secrets")
                        .path(0)
                        .path("lastUsedAt")
                        .asString())
                .isEqualTo("2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=nonsense", "token=a.b.c&token_type_hint=refresh_token", "token=x&token_type_hint=y"})
    void answersTheRevocationOfAnUnknownTokenAsDone(String form) {
        ApiClient.Answer answer = server.client().withHeader(RIGHT).form(REVOKE, form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void revokesWhateverTheHint() {
        String token = server.token();

        server.client().withHeader(RIGHT).form(REVOKE, "token_type_hint=refresh_token&token=" + token);

        assertThat(server.client()
                        .withToken(token)
                        .get(ORGANIZATION + "/apiKeys")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=", "token_type_hint=access_token", "token=a&token=b"})
    void refusesARevocationOfNothing(String form) {
        ApiClient.Answer answer = server.client().withHeader(RIGHT).form(REVOKE, form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void leavesTheTokensOfOthersAlone() {
        String token = server.token();
        ApiClient.Answer other = owner().post(
                        ORGANIZATION + "/serviceAccounts",
                        "{'name': 'n', 'description': 'd', 'roles': ['ORG_MEMBER'], 'secretExpiresAfterHours': 8}");
        String basic = AccessServer.basic(
                other.json().path("clientId").asString(),
                other.json().path("secrets").path(0).path("secret").asString());

        ApiClient.Answer answer = server.client().withHeader(basic).form(REVOKE, "token=" + token);

        assertThat(answer.json().path("error").asString()).isEqualTo("unauthorized_client");
        assertThat(server.client()
                        .withToken(token)
                        .get(ORGANIZATION + "/apiKeys")
                        .status())
                .isEqualTo(200);
        assertThat(server.client().form(REVOKE, "token=" + token).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a%00b", "a\nb", "a%0Ab", "\u007f"})
    void refusesControlCharactersInCredentials(String text) {
        for (String basic : new String[] {AccessServer.basic(text, "x"), AccessServer.basic("x", text)}) {
            ApiClient.Answer answer = server.client().token(basic);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").asString()).isEqualTo("invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=a%00b", "token=%zz", "a%0a=1&token=x", "token=%ff"})
    void refusesFormsThatAreNoText(String form) {
        ApiClient.Answer answer = server.client().withHeader(RIGHT).form(REVOKE, form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void refusesFormsOfManyFields() {
        ApiClient.Answer answer = server.client().withHeader(RIGHT).form(TOKEN, GRANT + "&a=b".repeat(1000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_request");
    }
}
