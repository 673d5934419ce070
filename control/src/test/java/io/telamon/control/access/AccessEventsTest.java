package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessEventsTest extends ServerTest {

    private static final String KEYS = ORGANIZATION + "/apiKeys";
    private static final String ACCOUNTS = ORGANIZATION + "/serviceAccounts";

    private final List<String> secrets = new ArrayList<>();

    @Test
    void tellOfEveryChangeWhoDidItAndNoSecret() {
        changeKeys();
        changeAccounts();

        assertThat(column("type"))
                .containsExactlyInAnyOrder(
                        "API_KEY_CREATED",
                        "API_KEY_DESCRIPTION_CHANGED",
                        "API_KEY_ROLES_CHANGED",
                        "API_KEY_ADDED_TO_GROUP",
                        "API_KEY_REMOVED_FROM_GROUP",
                        "API_KEY_ACCESS_LIST_ENTRY_ADDED",
                        "API_KEY_ACCESS_LIST_ENTRY_DELETED",
                        "API_KEY_DELETED",
                        "SERVICE_ACCOUNT_CREATED",
                        "SERVICE_ACCOUNT_DETAILS_CHANGED",
                        "SERVICE_ACCOUNT_ROLES_CHANGED",
                        "SERVICE_ACCOUNT_ADDED_TO_GROUP",
                        "SERVICE_ACCOUNT_REMOVED_FROM_GROUP",
                        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED",
                        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED",
                        "SERVICE_ACCOUNT_SECRET_ADDED",
                        "SERVICE_ACCOUNT_SECRET_DELETED",
                        "SERVICE_ACCOUNT_DELETED");
        assertThat(column("actor_name")).containsOnly(AccessServer.OWNER.publicKey());
        assertThat(column("remote_address")).containsOnly("127.0.0.1");
        assertThat(secrets)
                .hasSize(3)
                .allSatisfy(secret -> assertThat(everythingStored()).noneMatch(text -> text.contains(secret)));
    }

    private void changeKeys() {
        ApiClient.Answer made = owner().post(KEYS, "{'desc': 'x', 'roles': ['ORG_MEMBER']}");
        secrets.add(made.json().path("privateKey").asString());
        String id = made.json().path("id").asString();
        owner().patch(KEYS + "/" + id, "{'desc': 'y', 'roles': ['ORG_OWNER']}");
        owner().post(PROJECT + "/apiKeys/" + id, "[{'roles': ['GROUP_OWNER']}]");
        owner().delete(PROJECT + "/apiKeys/" + id);
        owner().post(KEYS + "/" + id + "/accessList", "[{'ipAddress': '192.0.2.1'}]");
        owner().delete(KEYS + "/" + id + "/accessList/192.0.2.1");
        owner().delete(KEYS + "/" + id);
    }

    private void changeAccounts() {
        ApiClient.Answer made = owner().post(
                        ACCOUNTS,
                        "{'name': 'n', 'description': 'd', 'roles': ['ORG_MEMBER'], 'secretExpiresAfterHours': 8}");
        secrets.add(made.json().path("secrets").path(0).path("secret").asString());
        String id = made.json().path("clientId").asString();
        String one = ACCOUNTS + "/" + id;
        owner().patch(one, "{'name': 'm', 'roles': ['ORG_OWNER']}");
        owner().post(PROJECT + "/serviceAccounts/" + id + ":invite", "{'roles': ['GROUP_OWNER']}");
        owner().delete(PROJECT + "/serviceAccounts/" + id);
        owner().post(one + "/accessList", "[{'ipAddress': '192.0.2.1'}]");
        owner().delete(one + "/accessList/192.0.2.1");
        ApiClient.Answer secret = owner().post(one + "/secrets", "{'secretExpiresAfterHours': 8}");
        secrets.add(secret.json().path("secret").asString());
        owner().delete(one + "/secrets/" + secret.json().path("id").asString());
        owner().delete(one);
    }

    private List<String> column(String name) {
        return server.store.read(handle -> handle.select("SELECT " + name + " FROM event")
                .mapTo(String.class)
                .list());
    }

    private List<String> everythingStored() {
        return List.of("event", "api_key", "service_account", "service_account_secret", "signing_key").stream()
                .flatMap(table ->
                        server
                                .store
                                .read(handle -> handle.select("SELECT * FROM " + table)
                                        .mapToMap()
                                        .list())
                                .stream())
                .map(Object::toString)
                .toList();
    }
}
