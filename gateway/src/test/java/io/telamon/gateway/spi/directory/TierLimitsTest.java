package io.telamon.gateway.spi.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TierLimitsTest {

    private final TierLimits limits = TierLimits.none().with(TierLimit.DATABASES, 3);

    @Test
    void haveNoBoundWhereNoneIsStated() {
        assertThat(limits.has(TierLimit.DATABASES)).isTrue();
        assertThat(limits.of(TierLimit.DATABASES)).isEqualTo(3);
        assertThat(limits.has(TierLimit.COLLECTIONS)).isFalse();
        assertThat(limits.of(TierLimit.COLLECTIONS)).isEqualTo(Long.MAX_VALUE);
        assertThat(limits.without(TierLimit.DATABASES)).isEqualTo(TierLimits.none());
    }

    @Test
    void refuseValuesBelowOne() {
        assertThatThrownBy(() -> limits.with(TierLimit.DATABASES, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASES");
        assertThatThrownBy(() -> new TierLimits(Map.of(TierLimit.CONNECTIONS, -1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CONNECTIONS");
    }
}
