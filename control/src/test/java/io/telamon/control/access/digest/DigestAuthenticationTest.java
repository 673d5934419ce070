package io.telamon.control.access.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.DigestClient;
import io.telamon.control.access.ServerTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestAuthenticationTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";
    private static final String URI = ApiClient.API + KEYS;
    private static final DigestClient OWNER = AccessServer.OWNER;

    @Test
    void challengesInTheRecordedForm() {
        ApiClient.Answer answer = server.client().get(KEYS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .matches("Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[A-Za-z0-9+/]{32}\","
                        + " algorithm=MD5, qop=\"auth\", stale=false");
    }

    @Test
    void letsInWhoKnowsTheKey() {
        assertThat(server.owner().get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void signsTheQueryToo() {
        assertThat(server.owner().get(KEYS + "?pretty=true&itemsPerPage=5").status())
                .isEqualTo(200);
    }

    @Test
    void refusesAResponseForAnotherUri() {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);

        assertThat(get(header, KEYS + "?pretty=true").status()).isEqualTo(401);
        assertThat(get(header, KEYS + "/x").status()).isEqualTo(401);
        assertThat(get(header, KEYS).status()).isEqualTo(200);
    }

    @Test
    void takesASemicolonForAPartOfTheUri() {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);

        assertThat(get(header, KEYS + ";x").status()).isEqualTo(401);
        assertThat(get(header, KEYS).status()).isEqualTo(200);
    }

    @Test
    void refusesAResponseForAnotherMethod() {
        String header = OWNER.answer(server.client().challenge(), "POST", URI);

        assertThat(get(header, KEYS).status()).isEqualTo(401);
    }

    @Test
    void answersUnknownKeysAsKnownOnes() {
        ApiClient.Answer wrong = server.client()
                .withKey(new DigestClient(OWNER.publicKey(), "wrong"))
                .get(KEYS);
        ApiClient.Answer unknown = server.client()
                .withKey(new DigestClient("nobodyis", OWNER.privateKey()))
                .get(KEYS);

        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(withoutNonce(unknown)).isEqualTo(withoutNonce(wrong));
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void refusesAReplayedCount() {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);

        assertThat(get(header, KEYS).status()).isEqualTo(200);
        assertThat(get(header, KEYS).status()).isEqualTo(401);
    }

    @Test
    void takesEachCountOfANonceOnceInAnyOrder() {
        String challenge = server.client().challenge();

        for (String count : new String[] {"00000003", "00000001", "0000000a", "00000002"}) {
            String header = OWNER.answer(challenge, "GET", URI, count);
            assertThat(get(header, KEYS).status()).as(count).isEqualTo(200);
            assertThat(get(header, KEYS).status()).as(count + " again").isEqualTo(401);
        }
    }

    @Test
    void tellsThatOnlyTheNonceIsTooOld() {
        String challenge = server.client().challenge();
        clock.advance(Duration.ofMinutes(6));

        ApiClient.Answer right = get(OWNER.answer(challenge, "GET", URI), KEYS);
        ApiClient.Answer wrong = get(new DigestClient(OWNER.publicKey(), "wrong").answer(challenge, "GET", URI), KEYS);

        assertThat(right.header("WWW-Authenticate")).endsWith("stale=true");
        assertThat(wrong.header("WWW-Authenticate")).endsWith("stale=false");
    }

    @Test
    void takesANonceOfAnotherServerForStale() {
        String forged = "Digest realm=\"MMS Public API\", nonce=\"" + "A".repeat(32) + "\", algorithm=MD5";

        ApiClient.Answer answer = get(OWNER.answer(forged, "GET", URI), KEYS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).endsWith("stale=true");
    }

    @Test
    void letsNoRequestBeReplayedOverARestart() {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);
        assertThat(get(header, KEYS).status()).isEqualTo(200);
        restart();

        assertThat(get(header, KEYS).status()).isEqualTo(401);
        assertThat(server.owner().get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void asksForSha256WhenSet() {
        AccessSettings settings =
                new AccessSettings(DigestAlgorithm.SHA_256, Duration.ofMinutes(5), Duration.ofHours(1));
        restart(settings);

        assertThat(server.client().challenge()).contains("algorithm=SHA-256");
        assertThat(server.owner().get(KEYS).status()).isEqualTo(200);
        String downgraded = server.client().challenge().replace("SHA-256", "MD5");
        assertThat(get(OWNER.answer(downgraded, "GET", URI), KEYS).status()).isEqualTo(401);
    }

    @Test
    void forgetsADeletedKeyAtOnce() {
        ApiClient.Answer made = server.owner().post(KEYS, "{'desc': 'short-lived', 'roles': ['ORG_OWNER']}");
        DigestClient key = new DigestClient(
                made.json().path("publicKey").asString(),
                made.json().path("privateKey").asString());
        assertThat(server.client().withKey(key).get(KEYS).status()).isEqualTo(200);

        server.owner().delete(KEYS + "/" + made.json().path("id").asString());

        assertThat(server.client().withKey(key).get(KEYS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest",
                "Digest ",
                "digest username",
                "Digest username=",
                "Digest username=\"owneroof",
                "Digest username=\"owneroof\\",
                "Digest username=\"owneroof\"",
                "Digest username=\"owneroof\" realm=\"MMS Public API\"",
                "Digest username=\"a\", username=\"b\"",
                "Digest =\"a\"",
                "Digest ,,,",
                "Digest username=\"owneroof\", realm=\"MMS Public API\", nonce=\"\", uri=\"\", response=\"\", qop=auth, nc=00000001, cnonce=\"\"",
                "Digest username=\"owneroof\", realm=\"MMS Public API\", nonce=\"x\", uri=\"/\", response=\"\u00e4\", qop=auth, nc=0000000g, cnonce=\"c\"",
                "Digest username=\"owneroof\", realm=\"MMS Public API\", nonce=\"x\", uri=\"/\", response=\"0\", qop=auth, nc=1, cnonce=\"c\"",
                "Digest username=\"owneroof\", realm=\"MMS Public API\", nonce=\"x\", uri=\"/\", response=\"0\", qop=auth-int, nc=00000001, cnonce=\"c\"",
                "Digest username=\"owneroof\", realm=\"MMS Public API\", nonce=\"x\", uri=\"/\", response=\"0\"",
                "Basic b3duZXJvb2Y6eA==",
                "Bearer",
                "Bearer ",
                "Bearer ...",
                "Bearer a.b.c",
                "Negotiate xyz",
                "x"
            })
    void answersAMalformedHeaderAsAMissingOne(String header) {
        ApiClient.Answer answer = get(header, KEYS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("UNEXPECTED_ERROR");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Digest ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm", "nonce", "response", "cnonce", "username"})
    void refusesAnAlteredParameter(String name) {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);
        String value = DigestClient.parameter(header, " " + name);

        String altered = header.replace(" " + name + "=\"" + value, " " + name + "=\"x" + value.substring(1));

        assertThat(get(altered, KEYS).status()).isEqualTo(401);
    }

    @Test
    void refusesACountThatWasNotSigned() {
        String header = OWNER.answer(server.client().challenge(), "GET", URI);

        assertThat(get(header.replace("nc=00000001", "nc=00000002"), KEYS).status())
                .isEqualTo(401);
        assertThat(get(header.replace("qop=auth, nc=00000001, ", ""), KEYS).status())
                .isEqualTo(401);
    }

    private ApiClient.Answer get(String header, String path) {
        return server.client().withHeader(header).get(path);
    }

    private static String withoutNonce(ApiClient.Answer answer) {
        return answer.header("WWW-Authenticate").replaceAll("nonce=\"[^\"]*\"", "");
    }
}
