package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.helidon.http.RequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {

    private static final String FIELDS = "\r\nAccept: a\r\nhost: h\r\n\r\n";

    @ParameterizedTest
    @CsvSource({
        "GET /a?b HTTP/1.1, GET /a?b HTTP/1.1, h",
        "GET /a?b HTTP/1.2, GET /a?b HTTP/1.1, h",
        "GET /a HTTP/1.0, GET /a HTTP/1.1, h",
        "GET /a HTTP/x.y, GET /a HTTP/x.y, h",
        "GET /http://b/ HTTP/1.1, GET /http://b/ HTTP/1.1, h",
        "OPTIONS * HTTP/1.1, OPTIONS * HTTP/1.1, h",
        "GET ftp://b/a HTTP/1.1, GET ftp://b/a HTTP/1.1, h",
        "GET http://b:81/a?c HTTP/1.9, GET /a?c HTTP/1.1, b:81",
        "PUT HTTPS://[::1]/a HTTP/1.1, PUT /a HTTP/1.1, [::1]",
        "GET http://b HTTP/1.1, GET / HTTP/1.1, b",
        "GET http://b?c HTTP/1.1, GET /?c HTTP/1.1, b",
    })
    void givesTheParserTheFormThatItTakes(String sent, String given, String host) {
        String fields = host.equals("h") ? FIELDS : FIELDS.replace("host: h", "Host: " + host);

        assertThat(section(sent + FIELDS)).isEqualTo(given + fields);
    }

    @Test
    void leavesMissingAndRepeatedHostsToTheParser() {
        assertThat(section("GET http://b/ HTTP/1.1\r\n\r\n")).isEqualTo("GET / HTTP/1.1\r\n\r\n");
        assertThat(section("GET http://b/ HTTP/1.1\r\nHost: b\r\nHost: c\r\n\r\n"))
                .contains("Host: b", "Host: c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G(T / HTTP/1.1", " / HTTP/1.1", "G\u0001T / HTTP/1.1", "G\u00e4T / HTTP/1.1", "GET", ""})
    void refusesWhatIsNoMethod(String line) {
        assertThat(refusal(line + FIELDS)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///a", "http://?b", "http://user@b/a", "http://user:password@b/a"})
    void refusesAbsoluteTargetsWithoutHostOrWithUserInformation(String target) {
        assertThat(refusal("GET " + target + " HTTP/1.1" + FIELDS)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/2.0", "PRI * HTTP/2.0", "GET / HTTP/0.9", "G / HTTP/3.0"})
    void refusesOtherMajorVersions(String line) {
        assertThat(refusal(line + FIELDS)).isEqualTo(505);
    }

    @Test
    void tellsWhichPartIsTooLong() {
        assertThat(refusal("GET /" + "x".repeat(RequestLine.LONGEST) + " HTTP/1.1" + FIELDS))
                .isEqualTo(414);
        assertThat(refusal("x".repeat(HeadReader.LONGEST))).isEqualTo(414);
        assertThat(refusal("GET / HTTP/1.1\r\nA: " + "x".repeat(RequestLine.LONGEST_FIELDS) + "\r\n\r\n"))
                .isEqualTo(431);
    }

    @Test
    void keepsLowerCaseOfMethods() {
        assertThat(RequestLine.of(bytes("delete / HTTP/1.1" + FIELDS)).mixedCaseMethod())
                .isEqualTo("delete");
        assertThat(RequestLine.of(bytes("Get / HTTP/1.1" + FIELDS)).mixedCaseMethod())
                .isEqualTo("Get");
        assertThat(RequestLine.of(bytes("GET /a HTTP/1.1" + FIELDS)).mixedCaseMethod())
                .isNull();
    }

    @Test
    void tellsHeadRequestsAlsoWhenTheyAreIncomplete() {
        assertThat(RequestLine.of(bytes("HEAD / HTTP/1.1" + FIELDS)).isOfHead()).isTrue();
        assertThat(RequestLine.of(bytes("HEAD /")).isOfHead()).isTrue();
        assertThat(RequestLine.of(bytes("HEAD")).isOfHead()).isFalse();
        assertThat(RequestLine.of(bytes("HEADER / HTTP/1.1" + FIELDS)).isOfHead())
                .isFalse();
        assertThat(RequestLine.of(bytes("head / HTTP/1.1" + FIELDS)).isOfHead()).isFalse();
        assertThat(RequestLine.of(bytes("")).isOfHead()).isFalse();
    }

    @Test
    void makesFieldsOfVersion10ThoseOf11() {
        assertThat(section("POST /a HTTP/1.0\r\nExpect: 100-continue\r\nA: b\r\n\r\n"))
                .isEqualTo("POST /a HTTP/1.1\r\nHost: 127.0.0.1:80\r\nA: b\r\n\r\n");
        assertThat(section("GET http://b/c HTTP/1.0\r\n\r\n")).isEqualTo("GET /c HTTP/1.1\r\nHost: b\r\n\r\n");
        assertThat(refusal("POST /a HTTP/1.0\r\ntransfer-encoding: chunked\r\n\r\n"))
                .isEqualTo(400);
        assertThat(RequestLine.of(bytes("GET / HTTP/1.0" + FIELDS)).checked().isVersion10())
                .isTrue();
        assertThat(RequestLine.of(bytes("GET / HTTP/1.1" + FIELDS)).checked().isVersion10())
                .isFalse();
    }

    private static int refusal(String section) {
        RequestException[] refusal = new RequestException[1];
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> section(section))
                .satisfies(thrown -> refusal[0] = thrown);
        return refusal[0].status().code();
    }

    private static String section(String section) {
        return new String(
                RequestLine.of(bytes(section)).checked().section(() -> "127.0.0.1:80"), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
