package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.store.CountingStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work that credentials cost, counted rather than timed. */
class PrincipalCacheTest extends ServerTest {

    private static final String KNOWN = AccessServer.OWNER.publicKey();

    private CountingStore store;
    private PrincipalCache directory;

    @BeforeEach
    void make() {
        store = new CountingStore(server.store);
        directory = new PrincipalCache(store, AccessServer.KEY);
    }

    @Test
    void failsForUnknownKeysWithTheWorkOfKnownOnes() {
        int known = workOfAFailure(KNOWN);
        assertThat(directory.apiKey(KNOWN, hashes -> true)).isPresent();
        store.take();
        int keptInMemory = workOfAFailure(KNOWN);
        int unknown = workOfAFailure("nobodyis");
        int unknownAgain = workOfAFailure("nobodyis");

        assertThat(known).isEqualTo(1);
        assertThat(keptInMemory).isEqualTo(1);
        assertThat(unknown).isEqualTo(1);
        assertThat(unknownAgain).isEqualTo(1);
    }

    @Test
    void asksAsOftenWhetherTheResponseIsRight() {
        assertThat(directory.apiKey(KNOWN, hashes -> true)).isPresent();

        assertThat(questions(KNOWN)).isEqualTo(questions("nobodyis")).isEqualTo(2);
    }

    @Test
    void letsNobodyInWhoProvesToKnowTheHashesOfNobody() {
        assertThat(directory.apiKey("nobodyis", hashes -> true)).isEmpty();
    }

    @Test
    void readsNothingForAKnownKeyWhereThisProcessAloneWrites() {
        assertThat(directory.apiKey(KNOWN, hashes -> true)).isPresent();
        store.take();

        assertThat(directory.apiKey(KNOWN, hashes -> true)).isPresent();

        assertThat(store.take()).isEqualTo(store.isShared() ? 3 : 0);
    }

    @Test
    void readsAsMuchForUnknownClientsAsForKnownOnes() {
        ClientAuthentication clients = new ClientAuthentication(store, clock);

        assertThat(workOf(clients, AccessServer.CLIENT_ID))
                .isEqualTo(workOf(clients, "mdb_sa_id_ffffffffffffffffffffffff"))
                .isEqualTo(1);
    }

    private int workOfAFailure(String publicKey) {
        assertThat(directory.apiKey(publicKey, hashes -> false)).isEmpty();
        return store.take();
    }

    private int questions(String publicKey) {
        AtomicInteger asked = new AtomicInteger();
        assertThat(directory.apiKey(publicKey, hashes -> asked.incrementAndGet() < 0))
                .isEmpty();
        return asked.get();
    }

    private int workOf(ClientAuthentication clients, String clientId) {
        try {
            clients.authenticate(Optional.of(AccessServer.basic(clientId, "wrong")));
        } catch (OAuthRefusal expected) {
            return store.take();
        }
        throw new AssertionError("a wrong secret was accepted");
    }
}
