package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.RawConnection;
import io.telamon.control.TestControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request lines, statuses and lengths as RFC 9110 and RFC 9112 have them. */
@Timeout(60)
class MessageSyntaxTest {

    private static final String FLEX = "/api/atlas/v2/groups/" + PROJECT + "/flexClusters";
    private static final String GET = "GET " + FLEX + " HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String LAST = "GET " + FLEX + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private RawConnection connection;

    @BeforeEach
    void start() {
        plane = TestControlPlane.start(folder, ControlSettings.defaults().at(Pace.INSTANT));
        connection = RawConnection.to(plane.port());
    }

    @AfterEach
    void stop() {
        connection.close();
        plane.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'G(T / HTTP/1.1', 400",
        "'G\u0001T / HTTP/1.1', 400",
        "' / HTTP/1.1', 400",
        "GET http://user@h/ HTTP/1.1, 400",
        "GET / HTTP/2.0, 505",
        "PRI * HTTP/2.0, 505",
        "GET / HTTP/0.9, 505",
    })
    void refusesRequestLines(String line, int status) {
        connection.send(line + "\r\nHost: h\r\n\r\n");

        assertThat(connection.readToEnd())
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\"error\":" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.9"})
    void servesLaterMinorVersionsAs11(String version) {
        assertThat(connection.send(GET.replace("1.1", version)).readResponse()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void tellsLowerCaseMethodsFromUpperCaseOnes() {
        String path = "/telamon/v1/faults HTTP/1.1\r\nHost: h\r\nAuthorization: " + plane.bearer() + "\r\n\r\n";

        assertThat(connection.send("delete " + path).readResponse())
                .startsWith("HTTP/1.1 405 ")
                .contains("the method delete");
        assertThat(connection.send("DELETE " + path).readHead()).startsWith("HTTP/1.1 204 ");
        assertThat(connection.send("Get " + path).readResponse()).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void servesTargetsInAbsoluteForm() {
        connection.send("GET http://proxied:81" + FLEX + " HTTP/1.1\r\nHost: other\r\nAuthorization: " + plane.bearer()
                + "\r\nAccept: application/vnd.atlas.2024-11-13+json\r\n\r\n");

        assertThat(connection.readResponse())
                .startsWith("HTTP/1.1 200 ")
                .contains("\"http://proxied:81" + FLEX)
                .doesNotContain("//other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                ":",
                "[]",
                "[:",
                "a:b",
                "a:b:c",
                "[::1",
                "[::1]a",
                "h:999999999999",
                "a b",
                "\u00e4",
                "%zz"
            })
    void refusesMalformedHosts(String host) {
        connection.send("GET " + FLEX + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 4");
    }

    @Test
    void needsAHostAlsoWithAbsoluteTargets() {
        connection.send("GET http://proxied" + FLEX + " HTTP/1.1\r\n\r\n");

        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 40_000})
    void tellsThatHeaderFieldsAreTooLarge(int length) {
        connection.send("GET / HTTP/1.1\r\nHost: h\r\nX-A: " + "x".repeat(length) + "\r\n\r\n");

        assertThat(connection.readToEnd())
                .startsWith("HTTP/1.1 431 ")
                .contains("\"errorCode\":\"REQUEST_HEADER_FIELDS_TOO_LARGE\"");
    }

    @Test
    void takesHeaderFieldsUpToTheLimit() {
        connection.send("GET " + FLEX + " HTTP/1.1\r\nHost: h\r\nX-A: " + "x".repeat(16_300) + "\r\n\r\n");

        assertThat(connection.readResponse()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void givesNoLengthWithStatus204() {
        connection.send("DELETE /telamon/v1/faults HTTP/1.1\r\nHost: h\r\nAuthorization: " + plane.bearer() + "\r\n\r\n"
                + LAST);

        assertThat(connection.readHead()).startsWith("HTTP/1.1 204 ").doesNotContainIgnoringCase("Content-Length");
        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401 ").contains("\r\nContent-Length: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz HTTP/1.1\r\nHost: h", "/ HTTP/2.0\r\nHost: h", "/ HTTP/1.1\r\nHost h", "/ HTTP/1.1"})
    void refusesHeadRequestsWithTheLengthAndWithoutTheBodyOfOthers(String request) {
        String others = RawConnection.to(plane.port())
                .send("GET " + request + "\r\n\r\n")
                .readToEnd();

        String answer = connection.send("HEAD " + request + "\r\n\r\n").readToEnd();

        assertThat(answer)
                .startsWith(others.substring(0, 13))
                .endsWith("\r\n\r\n")
                .contains(length(others));
    }

    @Test
    void refusesHeadRequestsWithLongTargetsWithoutBody() {
        connection.send("HEAD /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(connection.readToEnd())
                .startsWith("HTTP/1.1 414 ")
                .endsWith("\r\n\r\n")
                .doesNotContain("Length: 0");
    }

    private static String length(String response) {
        return response.replaceAll("(?s).*(\r\nContent-Length: [0-9]+\r\n).*", "$1");
    }

    @Test
    void ignoresOneEmptyLineBeforeARequest() {
        String post = "POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello\r\n";

        assertThat(connection.send("\r\n" + GET).readResponse()).startsWith("HTTP/1.1 401 ");
        assertThat(connection.send(post).readResponse()).startsWith("HTTP/1.1 401 ");
        assertThat(connection.send(GET).readResponse()).startsWith("HTTP/1.1 401 ");
        assertThat(connection.send("\r").send("\n" + GET).readResponse()).startsWith("HTTP/1.1 401 ");
        assertThat(connection.send("\r\n\r\n").readToEnd()).startsWith("HTTP/1.1 400 ");
    }
}
