package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.apikey.ApiKeyHashes;
import io.telamon.control.store.CountingStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work that API keys cost, counted rather than timed. */
class PrincipalCacheTest extends ServerTest {

    private static final String KNOWN = AccessServer.OWNER.publicKey();

    private CountingStore store;
    private PrincipalCache principals;

    @BeforeEach
    void make() {
        store = new CountingStore(server.store);
        principals = new PrincipalCache(store, new ApiKeyHashes(AccessServer.KEY));
    }

    @Test
    void failsForUnknownKeysWithTheWorkOfKnownOnes() {
        int known = workOfAFailure(KNOWN);
        assertThat(principals.find(KNOWN, hashes -> true)).isPresent();
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
        assertThat(principals.find(KNOWN, hashes -> true)).isPresent();

        assertThat(questions(KNOWN)).isEqualTo(questions("nobodyis")).isEqualTo(2);
    }

    @Test
    void letsNobodyInWhoProvesToKnowTheHashesOfNobody() {
        assertThat(principals.find("nobodyis", hashes -> true)).isEmpty();
    }

    @Test
    void readsNothingForAKnownKeyWhereThisProcessAloneWrites() {
        assertThat(principals.find(KNOWN, hashes -> true)).isPresent();
        store.take();

        assertThat(principals.find(KNOWN, hashes -> true)).isPresent();

        assertThat(store.take()).isEqualTo(store.isShared() ? 3 : 0);
    }

    private int workOfAFailure(String publicKey) {
        assertThat(principals.find(publicKey, hashes -> false)).isEmpty();
        return store.take();
    }

    private int questions(String publicKey) {
        AtomicInteger asked = new AtomicInteger();
        assertThat(principals.find(publicKey, hashes -> asked.incrementAndGet() < 0))
                .isEmpty();
        return asked.get();
    }
}
