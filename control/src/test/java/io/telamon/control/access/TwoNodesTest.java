package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL database. */
class TwoNodesTest {

    private static final String KEYS = ServerTest.ORGANIZATION + "/apiKeys";

    private final TickingClock clock = new TickingClock();
    private AccessServer one;
    private AccessServer other;

    @BeforeEach
    void start() {
        var database = AccessServer.Database.onPostgresql();
        one = AccessServer.start(database, clock);
        other = AccessServer.start(database, clock);
    }

    @AfterEach
    void stop() {
        if (one != null) {
            one.close();
            other.close();
        }
    }

    @Test
    void takeEachOthersTokensAndRevocations() {
        String token = one.token();
        assertThat(other.client().withToken(token).get(KEYS).status()).isEqualTo(200);

        one.client()
                .withHeader(AccessServer.basic(AccessServer.CLIENT_ID, AccessServer.CLIENT_SECRET))
                .form("/api/oauth/revoke", "token=" + token);

        assertThat(other.client().withToken(token).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void takeEachOthersNoncesOnceTogether() {
        String header = AccessServer.OWNER.answer(one.client().challenge(), "GET", ApiClient.API + KEYS);

        assertThat(other.client().withHeader(header).get(KEYS).status()).isEqualTo(200);
        assertThat(one.client().withHeader(header).get(KEYS).status()).isEqualTo(401);
        assertThat(other.client().withHeader(header).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void forgetKeysThatTheOtherDeleted() {
        ApiClient.Answer made = one.owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_OWNER']}");
        ApiClient client = other.client().withKey(ServerTest.digest(made));
        assertThat(client.get(KEYS).status()).isEqualTo(200);

        one.owner().delete(KEYS + "/" + made.json().path("id").asString());

        assertThat(client.get(KEYS).status()).isEqualTo(401);
    }
}
