package io.telamon.control.peering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4BlockTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.8.0.0", "10.8.0/21", "10.8.0.256/21", "10.8.0.0/33", "::/8", "10.8.0.0/21 ", ""})
    void isNoBlock(String text) {
        assertThat(Ipv4Block.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.255.255.0/24, true",
        "9.255.255.0/24, false",
        "10.0.0.0/7, false",
        "172.16.0.0/12, true",
        "172.31.255.255/32, true",
        "172.32.0.0/16, false",
        "192.168.0.0/16, true",
        "192.168.0.0/15, false",
        "0.0.0.0/0, false"
    })
    void knowsPrivateAddresses(String text, boolean isPrivate) {
        assertThat(block(text).isPrivate()).isEqualTo(isPrivate);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.248.0/21, 192.168.255.0/24, true",
        "192.168.248.0/21, 192.168.240.0/21, false",
        "0.0.0.0/0, 200.1.2.3/32, true",
        "10.0.0.0/8, 10.0.0.0/8, true"
    })
    void overlapsInBothDirections(String one, String other, boolean overlap) {
        assertThat(block(one).overlaps(block(other))).isEqualTo(overlap);
        assertThat(block(other).overlaps(block(one))).isEqualTo(overlap);
    }

    @Test
    void hasNoHostBitsWhereItIsCanonical() {
        assertThat(block("192.168.249.3/21").canonical().text()).isEqualTo("192.168.248.0/21");
        assertThat(block("200.0.0.1/0").canonical().text()).isEqualTo("0.0.0.0/0");
        assertThat(block("192.168.248.0/21").previous().text()).isEqualTo("192.168.240.0/21");
    }

    private static Ipv4Block block(String text) {
        return Ipv4Block.parse(text).orElseThrow();
    }
}
