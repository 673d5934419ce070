package io.telamon.control.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestControlPlane;
import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.DigestClient;
import io.telamon.control.access.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The last owner of an organization, which begins with an API key and a service account as its owners. */
class LastOwnerTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";
    private static final String ACCOUNT = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;
    private static final String MEMBER = "{'roles': ['ORG_MEMBER']}";

    private ApiClient account;
    private String key;

    @BeforeEach
    void findOwners() {
        account = server.client().withToken(server.token());
        key = KEYS + "/"
                + owner().get(KEYS).json().path("results").path(0).path("id").asString();
    }

    @Test
    void cannotDemoteItself() {
        assertThat(account.delete(key).status()).isEqualTo(204);

        ApiClient.Answer refused = account.patch(ACCOUNT, MEMBER);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("CANNOT_DEMOTE_LAST_ORG_OWNER");
        assertThat(account.get(ACCOUNT).json().path("roles").toString()).isEqualTo("[\"ORG_OWNER\"]");
    }

    @Test
    void cannotDeleteItself() {
        assertThat(account.patch(key, MEMBER).status()).isEqualTo(200);

        ApiClient.Answer refused = account.delete(ACCOUNT);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("CANNOT_DELETE_LAST_ADMIN");
        assertThat(account.get(ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    void cannotDemoteOrDeleteItselfAsAnApiKey() {
        assertThat(owner().patch(ACCOUNT, MEMBER).status()).isEqualTo(200);

        assertThat(owner().patch(key, MEMBER).errorCode()).isEqualTo("CANNOT_DEMOTE_LAST_ORG_OWNER");
        assertThat(owner().delete(key).errorCode()).isEqualTo("CANNOT_DELETE_LAST_ADMIN");
        assertThat(owner().patch(key, "{'roles': ['ORG_MEMBER', 'ORG_OWNER']}").status())
                .isEqualTo(200);
        assertThat(owner().patch(key, "{'desc': 'renamed'}").status()).isEqualTo(200);
    }

    @Test
    void goesWhenThereIsAnother() {
        assertThat(owner().delete(key).status()).isEqualTo(204);
        DigestClient next = digest(account.post(KEYS, "{'desc': 'next', 'roles': ['ORG_OWNER']}"));

        assertThat(account.delete(ACCOUNT).status()).isEqualTo(204);
        assertThat(server.client().withKey(next).get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void doesNotCountTheOwnersOfAnotherOrganization() {
        account.post("/orgs", "{'name': 'New', 'apiKey': {'desc': 'first', 'roles': ['ORG_OWNER']}}");
        assertThat(account.delete(key).status()).isEqualTo(204);

        assertThat(account.delete(ACCOUNT).errorCode()).isEqualTo("CANNOT_DELETE_LAST_ADMIN");
    }

    @RepeatedTest(5)
    void staysWhenTwoOwnersTakeTheRoleFromEachOtherAtOnce() {
        List<Integer> statuses = TestControlPlane.atOnce(
                2,
                i -> i == 0
                        ? account.delete(key).status()
                        : owner().patch(ACCOUNT, MEMBER).status());

        assertThat(statuses).containsAnyOf(200, 204).doesNotContain(500);
        assertThat(owners()).hasSize(1);
    }

    @RepeatedTest(5)
    void staysWhenEachGivesUpTheRoleAtOnce() {
        List<Integer> statuses = TestControlPlane.atOnce(
                2,
                i -> i == 0
                        ? account.delete(ACCOUNT).status()
                        : owner().patch(key, MEMBER).status());

        assertThat(statuses).containsAnyOf(200, 204).contains(403);
        assertThat(owners()).hasSize(1);
    }

    private List<String> owners() {
        return server.store.read(handle -> handle.createQuery(
                        "SELECT holder_id FROM role_grant WHERE scope_id = ? AND role = 'ORG_OWNER'")
                .bind(0, AccessServer.ORGANIZATION)
                .mapTo(String.class)
                .list());
    }
}
