package io.telamon.control.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessServer;
import io.telamon.control.access.ServerTest;
import io.telamon.control.store.CountingStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The work that client secrets cost, counted rather than timed. */
class ClientAuthenticationTest extends ServerTest {

    @Test
    void readsAsMuchForUnknownClientsAsForKnownOnes() {
        CountingStore store = new CountingStore(server.store);
        ClientAuthentication clients = new ClientAuthentication(store, clock);

        assertThat(workOf(clients, AccessServer.CLIENT_ID, store))
                .isEqualTo(workOf(clients, "mdb_sa_id_ffffffffffffffffffffffff", store))
                .isEqualTo(1);
    }

    private static int workOf(ClientAuthentication clients, String clientId, CountingStore store) {
        try {
            clients.authenticate(Optional.of(AccessServer.basic(clientId, "wrong")));
        } catch (OAuthRefusal expected) {
            return store.take();
        }
        throw new AssertionError("a wrong secret was accepted");
    }
}
