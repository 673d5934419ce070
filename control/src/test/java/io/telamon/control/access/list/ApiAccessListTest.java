package io.telamon.control.access.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ApiClient;
import io.telamon.control.access.DigestClient;
import io.telamon.control.access.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ApiAccessListTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";
    private static final String ACCOUNT = ORGANIZATION + "/serviceAccounts/" + AccessServer.CLIENT_ID;

    @Test
    void letsEverybodyInWhileEmptyAndItsAddressesAfterwards() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}");
        ApiClient client = server.client().withKey(digest(made));
        String list = list(made);
        assertThat(client.get(KEYS).status()).isEqualTo(200);

        owner().post(list, "[{'cidrBlock': '203.0.113.0/24'}]");
        ApiClient.Answer refused = client.get(KEYS);
        owner().post(list, "[{'ipAddress': '127.0.0.1'}]");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("IP_ADDRESS_NOT_ON_ACCESS_LIST");
        assertThat(refused.json().path("parameters").path(0).asString()).isEqualTo("127.0.0.1");
        assertThat(client.get(KEYS).status()).isEqualTo(200);
    }

    @Test
    void refusesBadCredentialsBeforeItLooksAtTheAddress() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}");
        owner().post(list(made), "[{'cidrBlock': '203.0.113.0/24'}]");
        DigestClient wrong = new DigestClient(digest(made).publicKey(), "wrong");

        assertThat(server.client().withKey(wrong).get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void keepsBlocksAsTheyAreSentAndHasOneForEachRange() {
        String list = list(owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}"));

        ApiClient.Answer added = owner().post(
                        list, "[{'cidrBlock': '10.1.2.3/16'}, {'cidrBlock': '10.1.0.0/16'}, {'ipAddress': '0.0.0.0'}]");

        assertThat(added.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(added.json().path("results").path(0).path("cidrBlock").asString())
                .as("opens a key to one address, not to all")
                .isEqualTo("0.0.0.0/32");
        assertThat(added.json().path("results").path(1).path("cidrBlock").asString())
                .isEqualTo("10.1.2.3/16");
        assertThat(owner().post(list, "[{'cidrBlock': '10.1.9.9/16'}]").status())
                .isEqualTo(409);
        assertThat(owner().get(list + "/10.1.0.0%2F16").json().path("cidrBlock").asString())
                .isEqualTo("10.1.2.3/16");
        assertThat(owner().delete(list + "/10.1.2.3%2F16").status()).isEqualTo(204);
    }

    @Test
    void showsEntriesOfAKey() {
        String list = list(owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}"));

        ApiClient.Answer added = owner().post(list, "[{'ipAddress': '192.0.2.7'}, {'cidrBlock': '203.0.113.0/24'}]");
        JsonNode single = added.json().path("results").path(0);

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(single.propertyNames()).containsExactly("cidrBlock", "created", "ipAddress", "links");
        assertThat(single.path("cidrBlock").asString()).isEqualTo("192.0.2.7/32");
        assertThat(single.path("created").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(added.json().path("results").path(1).has("ipAddress")).isFalse();
        assertThat(owner().get(list + "/192.0.2.7").json()).isEqualTo(single);
        assertThat(owner().get(list + "/203.0.113.0%2F24").status()).isEqualTo(200);
        assertThat(owner().get(list + "/192.0.2.8").errorCode()).isEqualTo("API_KEY_ACCESS_LIST_NOT_FOUND");
        assertThat(owner().delete(list + "/192.0.2.7").status()).isEqualTo(204);
        assertThat(owner().delete(list + "/192.0.2.7").status()).isEqualTo(404);
        assertThat(owner().get(list + "/nonsense").status()).isEqualTo(404);
    }

    @Test
    void countsTheRequestsThatAnEntryLetIn() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}");
        owner().post(list(made), "[{'cidrBlock': '127.0.0.0/8'}]");
        ApiClient client = server.client().withKey(digest(made));
        for (int i = 0; i < 3; i++) {
            client.get(KEYS);
        }

        JsonNode entry = owner().get(list(made)).json().path("results").path(0);

        assertThat(entry.path("count").asInt()).isEqualTo(3);
        assertThat(entry.path("lastUsedAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("lastUsed").asString()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'ipAddress': '192.0.2.300'}] | 400 | INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                "[{'ipAddress': 'localhost'}] | 400 | INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                "[{'ipAddress': '192.0.2.0/24'}] | 400 | INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                "[{'cidrBlock': '192.0.2.0'}] | 400 | INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                "[{'cidrBlock': '192.0.2.0/33'}] | 400 | INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                "[{'ipAddress': '192.0.2.1', 'cidrBlock': '192.0.2.0/24'}] | 400 | BAD_ACCESS_LIST_ADD_REQUEST",
                "[{}] | 400 | BAD_ACCESS_LIST_ADD_REQUEST",
                "[{'ipAddress': '192.0.2.9'}, {'ipAddress': '198.51.100.1'}] | 409 | ADDRESS_ALREADY_IN_ACCESS_LIST",
                "{'ipAddress': '192.0.2.1'} | 400 | INVALID_JSON"
            })
    void refusesWrongEntriesAllTogether(String body, int status, String code) {
        String list = list(owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}"));
        owner().post(list, "[{'ipAddress': '192.0.2.9'}]");

        ApiClient.Answer answer = owner().post(list, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(owner().get(list).json().path("totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void keepsCallersFromLockingThemselvesOut() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_OWNER']}");
        owner().post(list(made), "[{'ipAddress': '127.0.0.1'}, {'ipAddress': '192.0.2.1'}]");
        ApiClient client = server.client().withKey(digest(made));

        assertThat(client.delete(list(made) + "/127.0.0.1").errorCode())
                .isEqualTo("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST");
        assertThat(client.delete(list(made) + "/192.0.2.1").status()).isEqualTo(204);
        assertThat(owner().delete(list(made) + "/127.0.0.1").status()).isEqualTo(204);
    }

    @Test
    void bindsServiceAccountsButNotTheirTokensMaking() {
        String list = ACCOUNT + "/accessList";
        ApiClient client = server.client().withToken(server.token());

        ApiClient.Answer added = owner().post(list, "[{'cidrBlock': '2001:db8::/32'}]");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("results").path(0).propertyNames())
                .containsExactly("cidrBlock", "createdAt", "requestCount");
        assertThat(client.get(KEYS).status()).isEqualTo(403);
        assertThat(server.client()
                        .token(AccessServer.basic(AccessServer.CLIENT_ID, AccessServer.CLIENT_SECRET))
                        .status())
                .isEqualTo(200);
        assertThat(owner().delete(list + "/2001:db8::%2F32").status()).isEqualTo(204);
        assertThat(client.get(KEYS).status()).isEqualTo(200);
        assertThat(owner().delete(list + "/2001:db8::%2F32").status()).isEqualTo(404);
    }

    @Test
    void isRequiredWhereTheOrganizationSaysSo() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_OWNER']}");
        owner().post(list(made), "[{'ipAddress': '127.0.0.1'}]");

        owner().patch(ORGANIZATION + "/settings", "{'apiAccessListRequired': true}");

        assertThat(owner().get(KEYS).errorCode()).isEqualTo("ORG_REQUIRES_ACCESS_LIST");
        assertThat(server.client().withKey(digest(made)).get(KEYS).status()).isEqualTo(200);
    }

    private static String list(ApiClient.Answer key) {
        return KEYS + "/" + key.json().path("id").asString() + "/accessList";
    }
}
