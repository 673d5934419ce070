package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telamon.gateway.spi.engine.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolSpecTest {

    private static final Place EAST = new Place("AWS", "US_EAST_1");

    @Test
    void readAllParts() {
        PoolSpec spec = PoolSpec.of("AWS/US_EAST_1=mongodb://ann:secret@b:2,a:1/?tls=true#500GB");

        assertThat(spec.address().members()).isEqualTo("a:1,b:2");
        assertThat(spec.address().tls()).isTrue();
        assertThat(spec.capacity()).hasValue(500_000_000_000L);
        assertThat(spec.closeness(EAST)).isEqualTo(2);
        assertThat(spec.closeness(new Place("AWS", "EU_WEST_1"))).isNegative();
    }

    @Test
    void leaveOutAllButTheConnectionString() {
        PoolSpec spec = PoolSpec.of("mongodb://a/");

        assertThat(spec.capacity()).isEmpty();
        assertThat(spec.closeness(EAST)).isZero();
    }

    @Test
    void takeEveryRegionOfAProvider() {
        PoolSpec spec = PoolSpec.of("AWS=mongodb://a/#2TB");

        assertThat(spec.capacity()).hasValue(2_000_000_000_000L);
        assertThat(spec.closeness(EAST)).isEqualTo(1);
        assertThat(spec.closeness(new Place("GCP", "US_EAST_1"))).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://a/", "aws=mongodb://a/", "AWS/=mongodb://a/", "mongodb://a/#5", "mongodb://a/#0GB"})
    void refuseAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PoolSpec.of(text));
    }
}
