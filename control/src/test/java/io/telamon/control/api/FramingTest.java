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
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests begin and end on a connection (RFC 9112). */
@Timeout(60)
class FramingTest {

    private static final String FLEX = "/api/atlas/v2/groups/" + PROJECT + "/flexClusters";
    private static final String NEXT = "GET /api/atlas/v2/nothing HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

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
    @ValueSource(strings = {"/api/atlas/v2/orgs/aaaaaaaaaaaaaaaaaaaaaaaa", "/telamon/v1/nothing", FLEX})
    void answersHeadWithoutBody(String path) {
        connection.send("HEAD " + path + " HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT);

        assertThat(connection.readHead()).startsWith("HTTP/1.1 4").doesNotContain("Content-Length: 0\r\n");
        assertThat(connection.readHead()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void answersHeadWithoutBodyAlsoWhenItCannotBeParsed() {
        connection.send("HEAD /%zz HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\r\n%s\r\n0\r\n\r\n",
                "%s;a=b;c=\"d\"\r\n%s\r\n0;e\r\n\r\n",
                "%s\r\n%s\r\n0\r\nX-Sum: 1\r\n\r\n"
            })
    void readsChunkedBodies(String form) {
        String body = flex("chunked");
        connection.send(chunkedHead() + form.formatted(Integer.toHexString(body.length()), body) + NEXT);

        assertThat(connection.readResponse()).startsWith("HTTP/1.1 201 ");
        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+%s\r\n%s\r\n0\r\n\r\n",
                "-%s\r\n%s\r\n0\r\n\r\n",
                "0x%s\r\n%s\r\n0\r\n\r\n",
                "%s\r\n%sXX0\r\n\r\n",
                "%s\r\n%s0\r\n\r\n",
                "ffffffffffffffff%s\r\n%s\r\n0\r\n\r\n",
                "%s\n%s\r\n0\r\n\r\n"
            })
    void endsTheConnectionAfterMalformedChunks(String form) {
        String body = flex("chunked");
        connection.send(chunkedHead() + form.formatted(Integer.toHexString(body.length()), body) + NEXT);

        assertThat(connection.readToEnd())
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nConnection: close\r\n", "\"errorCode\":\"MALFORMED_REQUEST\"")
                .containsOnlyOnce("HTTP/1.1 ");
        assertThat(plane.owner()
                        .get("/groups/" + PROJECT + "/flexClusters/chunked")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsTheConnectionAfterASmallBodyThatNobodyRead() {
        connection.send("POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello" + NEXT);

        assertThat(connection.readResponse()).startsWith("HTTP/1.1 401 ").doesNotContain("Connection: close");
        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void doesNotReadLongBodiesOfStrangers() {
        connection.send("POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999999\r\n\r\n");

        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401 ").contains("\r\nConnection: close\r\n");
    }

    @Test
    void refusesTooLongABodyBeforeItComes() {
        connection.send(
                "POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + plane.bearer()
                        + "\r\nContent-Type: application/json\r\nAccept: application/vnd.atlas.2024-11-13+json\r\nExpect: 100-continue\r\nContent-Length: 9999999999\r\n\r\n");

        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 413 ").contains("\r\nConnection: close\r\n");
    }

    @Test
    void asksForABodyThatIsExpected() {
        String body = flex("continued");
        connection.send("POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + plane.bearer()
                + "\r\nContent-Type: application/json\r\nAccept: application/vnd.atlas.2024-11-13+json\r\n"
                + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
        assertThat(connection.readHead()).startsWith("HTTP/1.1 100 ");

        connection.send(body + NEXT);

        assertThat(connection.readResponse()).startsWith("HTTP/1.1 201 ");
        assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: h\n\n",
                "GET /\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
            })
    void answersWhatIsNotHttpInTheShapeOfErrors(String request) {
        connection.send(request);

        assertThat(connection.readToEnd())
                .startsWith("HTTP/1.1 400 ")
                .contains("\"error\":400", "\"errorCode\":\"MALFORMED_REQUEST\"");
    }

    @Test
    void answersLongRequestLinesAndOldVersionsInTheShapeOfErrors() {
        assertThat(RawConnection.to(plane.port())
                        .send("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                        .readToEnd())
                .startsWith("HTTP/1.1 414 ")
                .contains("\"error\":414");
        assertThat(RawConnection.to(plane.port())
                        .send("GET / HTTP/2.0\r\nHost: h\r\n\r\n")
                        .readToEnd())
                .startsWith("HTTP/1.1 505 ")
                .contains("\"error\":505");
    }

    private String chunkedHead() {
        return "POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + plane.bearer()
                + "\r\nContent-Type: application/json\r\nAccept: application/vnd.atlas.2024-11-13+json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
    }

    private static String flex(String name) {
        return "{\"name\":\"" + name
                + "\",\"providerSettings\":{\"backingProviderName\":\"AWS\",\"regionName\":\"US_EAST_1\"}}";
    }
}
