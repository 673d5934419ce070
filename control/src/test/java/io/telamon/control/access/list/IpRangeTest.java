package io.telamon.control.access.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.200/24, 192.0.2.1, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.7, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/65, 2001:db8::7fff:ffff:ffff:ffff, true",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "::ffff:192.0.2.0/120, 192.0.2.9, true",
        "::ffff:192.0.2.0/120, 192.0.3.9, false"
    })
    void tellsWhichAddressesItHas(String range, String address, boolean expected) throws UnknownHostException {
        IpRange client = IpRange.of(InetAddress.getByName(address));

        assertThat(IpRange.parse(range).orElseThrow().contains(client)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7/32",
        "192.0.2.7/24, 192.0.2.0/24",
        "10.255.0.0/0, 0.0.0.0/0",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1/128",
        "2001:DB8::1/32, 2001:db8:0:0:0:0:0:0/32",
        "::ffff:192.0.2.7, 192.0.2.7/32"
    })
    void hasOneName(String text, String cidrBlock) {
        IpRange range = IpRange.parse(text).orElseThrow();

        assertThat(range.cidrBlock()).isEqualTo(cidrBlock);
        assertThat(IpRange.parse(cidrBlock)).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "localhost",
                "example.com",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.",
                "0x7f.0.0.1",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/1 ",
                "192.0.2.0/24/24",
                "192.0.2.0/255.255.255.0",
                "2001:db8::/129",
                "2001:db8::/",
                "2001:db8::/x",
                "2001:db8::/0064",
                "2001:db8:::1",
                "fe80::1%lo",
                "::ffff:192.0.2.0/24",
                "\u0661.0.0.1",
                "cafe"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpRange.parse(text)).isEmpty();
    }

    @Test
    void agreesWithArithmeticOnAnyRange() throws UnknownHostException {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            int bits = random.nextBoolean() ? 32 : 128;
            BigInteger network = new BigInteger(bits, random);
            int prefix = random.nextInt(bits + 1);
            BigInteger other =
                    random.nextBoolean() ? network.flipBit(random.nextInt(bits)) : new BigInteger(bits, random);
            IpRange range = IpRange.parse(text(network, bits) + "/" + prefix).orElseThrow();
            IpRange client = IpRange.of(address(other, bits));

            assertThat(range.contains(client))
                    .as(range + " " + client)
                    .isEqualTo(network.shiftRight(bits - prefix).equals(other.shiftRight(bits - prefix)));
        }
    }

    private static String text(BigInteger value, int bits) throws UnknownHostException {
        return address(value, bits).getHostAddress();
    }

    private static InetAddress address(BigInteger value, int bits) throws UnknownHostException {
        byte[] bytes = new byte[bits / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = value.shiftRight(8 * i).byteValue();
        }
        return InetAddress.getByAddress(bytes);
    }
}
