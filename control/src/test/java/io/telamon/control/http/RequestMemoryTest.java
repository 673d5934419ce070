package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestMemoryTest {

    private static final int KIB = 1 << 10;

    private final RequestMemory memory = new RequestMemory(1_024 * KIB);

    @Test
    void givesBackWhatARequestHasTaken() {
        try (RequestMemory.Share share = memory.receive(() -> false)) {
            share.take(100);
            share.take(200);
            assertThat(memory.taken()).isEqualTo(300);
        }
        assertThat(memory.taken()).isZero();
    }

    @Test
    void keepsAPartForSmallBodies() {
        RequestMemory.Share large = memory.receive(() -> false);
        large.take(memory.largestShare());

        assertThat(memory.receive(() -> false).tryTake(64 * KIB)).isTrue();
        assertThat(memory.receive(() -> false).tryTake(64 * KIB + 1)).isFalse();
        assertThatExceptionOfType(MemoryExhaustedException.class).isThrownBy(() -> large.take(1));
        large.close();
        assertThat(memory.receive(() -> false).tryTake(64 * KIB + 1)).isTrue();
    }

    @Test
    void displacesTheLargestBodyThatDoesNotCome() {
        List<String> displaced = new ArrayList<>();
        AtomicReference<RequestMemory.Share> largest = new AtomicReference<>();
        take("small", 100, displaced);
        largest.set(memory.receive(() -> {
            displaced.add("largest");
            largest.get().close();
            return true;
        }));
        largest.get().take(700L * KIB);
        take("complete", 0, displaced).received();

        take("new", 200, displaced);

        assertThat(displaced).containsExactly("largest");
    }

    private RequestMemory.Share take(String name, int kibibytes, List<String> displaced) {
        RequestMemory.Share share = memory.receive(() -> displaced.add(name));
        share.take((long) kibibytes * KIB);
        return share;
    }

    @Test
    void refusesWhenNoBodyCanBeDisplaced() {
        RequestMemory.Share received = memory.receive(() -> true);
        received.take(memory.largestShare());
        received.received();

        assertThatExceptionOfType(MemoryExhaustedException.class)
                .isThrownBy(() -> memory.receive(() -> true).take(200L * KIB));
    }
}
