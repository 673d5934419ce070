package io.telamon.control.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.ServerTest;
import io.telamon.control.access.crypto.MasterKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class BearerAuthenticationTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";

    @Test
    void letsInWhoHasAToken() {
        assertThat(with(server.token()).get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void makesTokensThatSayWhenTheyExpire() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(server.token()).getJWTClaimsSet();

        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plusSeconds(3600));
        assertThat(claims.getSubject()).isEqualTo(AccessServer.CLIENT_ID);
    }

    @Test
    void refusesATokenOnceItHasExpired() {
        String token = server.token();
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        ApiClient.Answer answer = with(token).get(KEYS);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Digest ");
    }

    @Test
    void refusesEveryAlteredCharacter() {
        String token = server.token();

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(with(altered).get(KEYS).status()).as("character " + i).isEqualTo(401);
        }
        assertThat(with(token + "A").get(KEYS).status()).isEqualTo(401);
        assertThat(with(token.substring(0, token.length() - 1)).get(KEYS).status())
                .isEqualTo(401);
    }

    @Test
    void refusesTheSameClaimsUnderAnotherSignature() throws ParseException, JOSEException {
        SignedJWT genuine = SignedJWT.parse(server.token());
        JWTClaimsSet claims = genuine.getJWTClaimsSet();
        ECKey otherKey = new ECKeyGenerator(Curve.P_256)
                .keyID(genuine.getHeader().getKeyID())
                .generate();

        SignedJWT foreign = new SignedJWT(genuine.getHeader(), claims);
        foreign.sign(new ECDSASigner(otherKey));
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(genuine.getHeader().getKeyID())
                        .build(),
                claims);
        symmetric.sign(new MACSigner(new byte[32]));
        String payload = genuine.getParsedParts()[1].toString();

        for (String token : List.of(
                foreign.serialize(),
                symmetric.serialize(),
                encoded("{\"alg\":\"none\"}") + "." + payload + ".",
                encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + "." + genuine.getParsedParts()[2])) {
            assertThat(with(token).get(KEYS).status()).as(token).isEqualTo(401);
        }
    }

    @Test
    void refusesATokenThatWasSignedHereForSomethingElse() {
        server.token();
        var signer =
                new TokenSigner(SigningKey.find(server.store, AccessServer.KEY).orElseThrow());
        JWTClaimsSet unknown = new JWTClaimsSet.Builder()
                .issuer(AccessTokens.ISSUER)
                .subject(AccessServer.CLIENT_ID)
                .jwtID("ffffffffffffffffffffffff")
                .expirationTime(java.util.Date.from(clock.instant().plusSeconds(60)))
                .build();
        JWTClaimsSet otherIssuer = new JWTClaimsSet.Builder(unknown)
                .issuer("https://elsewhere.example")
                .build();

        assertThat(with(signer.sign(unknown)).get(KEYS).status()).isEqualTo(401);
        assertThat(with(signer.sign(otherIssuer)).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void takesATokenBackAtOnceAndForGood() {
        String token = server.token();
        String other = server.token();
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);

        ApiClient.Answer revoked = server.client()
                .withHeader(AccessServer.basic(AccessServer.CLIENT_ID, AccessServer.CLIENT_SECRET))
                .form("/api/oauth/revoke", "token=" + token + "&token_type_hint=access_token");

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text()).isEmpty();
        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
        assertThat(with(other).get(KEYS).status()).isEqualTo(200);
        restart();
        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
        assertThat(with(other).get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void stopsTheTokensOfADeletedAccount() {
        String token = server.token();
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);

        owner().delete(ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID);

        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void endsTheTokensOfADeletedSecretAndNoOthers() {
        String token = server.token();
        String account = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;
        String first = owner().get(account).json().at("/secrets/0/id").asString();
        String second = owner().post(account + "/secrets", "{'secretExpiresAfterHours': 8}")
                .json()
                .path("secret")
                .asString();
        String other = server.client()
                .token(AccessServer.basic(AccessServer.CLIENT_ID, second))
                .json()
                .path("access_token")
                .asString();
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);

        assertThat(owner().delete(account + "/secrets/" + first).status()).isEqualTo(204);

        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
        assertThat(with(other).get(KEYS).status()).isEqualTo(200);
        restart();
        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
        assertThat(with(other).get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void endsWithAnySecretTheTokensMadeBeforeTheSecretWasNoted() {
        String token = server.token();
        String account = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;
        server.store.write(transaction -> transaction.handle().execute("UPDATE access_token SET secret_id = NULL"));
        String secret = owner().get(account).json().at("/secrets/0/id").asString();
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);

        owner().delete(account + "/secrets/" + secret);

        assertThat(with(token).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void losesAProjectWithTheRolesInIt() {
        String account = "/serviceAccounts/" + AccessServer.CLIENT_ID;
        owner().patch(ORGANIZATION + account, "{'roles': ['ORG_MEMBER']}");
        owner().post(PROJECT + account + ":invite", "{'roles': ['GROUP_OWNER']}");
        String token = server.token();
        assertThat(with(token).get(PROJECT + "/apiKeys").status()).isEqualTo(200);

        owner().delete(PROJECT + account);

        assertThat(with(token).get(PROJECT + "/apiKeys").status()).isEqualTo(401);
        assertThat(with(token).get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void knowsTheRolesOfNowAndNotThoseOfTheTokensMaking() {
        String token = server.token();
        String account = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;
        assertThat(with(token).patch(account, "{'name': 'renamed'}").status()).isEqualTo(200);

        owner().patch(account, "{'roles': ['ORG_READ_ONLY']}");

        assertThat(with(token).patch(account, "{'name': 'again'}").errorCode()).isEqualTo("USER_UNAUTHORIZED");
        assertThat(with(token).get(account).status()).isEqualTo(200);
    }

    @Test
    void opensNothingUnderAnotherMasterKey() {
        byte[] other = new byte[MasterKey.LENGTH];
        other[0] = 1;

        server.token();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SigningKey.find(server.store, MasterKey.of(other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key");
    }

    private ApiClient with(String token) {
        return server.client().withToken(token);
    }

    private static String encoded(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
    }
}
