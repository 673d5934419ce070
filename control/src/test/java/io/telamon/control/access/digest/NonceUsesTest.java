package io.telamon.control.access.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.TickingClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonceUsesTest {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final TickingClock clock = new TickingClock();
    private final NonceUsesInMemory uses = new NonceUsesInMemory(clock, LIFETIME);

    @Test
    void areCountedForEachNonceApart() {
        Nonces.Verdict.Fresh one = next();
        Nonces.Verdict.Fresh other = next();

        assertThat(uses.use("", one, 1)).isTrue();
        assertThat(uses.use("", other, 1)).isTrue();
        assertThat(uses.use("", one, 1)).isFalse();
        assertThat(uses.use("", one, 2)).isTrue();
        assertThat(uses.use("", one, 2)).isFalse();
    }

    @Test
    void areAllowedOnceHoweverManyTryAtOnce() {
        Nonces.Verdict.Fresh nonce = next();
        AtomicInteger allowed = new AtomicInteger();

        IntStream.range(0, 64).parallel().forEach(i -> {
            for (long count = 1; count <= 200; count++) {
                if (uses.use("", nonce, count)) {
                    allowed.incrementAndGet();
                }
            }
        });

        assertThat(allowed).hasValue(200);
    }

    @Test
    void areForgottenWithTheirNonces() {
        for (int round = 0; round < 5; round++) {
            IntStream.range(0, 70_000).forEach(i -> uses.getAsLong());
            clock.advance(LIFETIME.multipliedBy(3));
        }

        assertThat(uses.segments()).isLessThanOrEqualTo(2);
    }

    @Test
    void agreeWithASetInsideTheWindow() {
        CountWindow window = new CountWindow();
        Set<Long> used = new HashSet<>();
        Random random = new Random(7);
        long highest = 0;
        for (int i = 0; i < 50_000; i++) {
            long count = Math.max(1, highest + random.nextInt(1600) - 1400);
            boolean expected = count > highest - CountWindow.WIDTH && used.add(count);
            assertThat(window.use(count)).as("%d after %d", count, highest).isEqualTo(expected);
            highest = Math.max(highest, count);
        }
    }

    @Test
    void costNoMoreForACountFarAhead() {
        CountWindow window = new CountWindow();

        assertThat(window.use(0xffff_ffffL)).isTrue();
        assertThat(window.use(0xffff_ffffL)).isFalse();
        assertThat(window.use(5)).isFalse();
        assertThat(window.use(0xffff_fffeL)).isTrue();
    }

    private Nonces.Verdict.Fresh next() {
        return new Nonces.Verdict.Fresh(uses.getAsLong(), clock.millis() / 1000 + LIFETIME.toSeconds());
    }
}
