package io.telamon.control.access.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestHashesTest {

    /** The example of RFC 7616, section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA_256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void computesTheResponsesOfTheStandardsExample(DigestAlgorithm algorithm, String response) {
        DigestHashes hashes = DigestHashes.of("Mufasa", "http-auth@example.org", "Circle of Life");
        DigestCredentials given = new DigestCredentials(
                "Mufasa",
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "/dir/index.html",
                response,
                algorithm.token(),
                "auth",
                "00000001",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

        assertThat(new String(hashes.response(algorithm, "GET", given), StandardCharsets.US_ASCII))
                .isEqualTo(response);
    }

    @Test
    void areTheSameAfterTheStore() {
        DigestHashes hashes = DigestHashes.of("abcdefgh", "MMS Public API", "secret");

        assertThat(DigestHashes.ofBytes(hashes.bytes()).bytes()).isEqualTo(hashes.bytes());
    }

    @Test
    void doNotShowThemselves() {
        DigestHashes hashes = DigestHashes.of("abcdefgh", "MMS Public API", "secret");

        assertThat(hashes.toString()).isEqualTo("DigestHashes[not shown]");
    }
}
