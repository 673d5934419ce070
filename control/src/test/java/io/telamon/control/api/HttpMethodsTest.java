package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.RawConnection;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD, and methods that a path does not have (RFC 9110, sections 9.3.2 and 15.5.6). */
@WithControlPlane
class HttpMethodsTest {

    private static final String GROUP = "/api/atlas/v2/groups/" + PROJECT;

    private TestControlPlane plane;
    private RawConnection connection;
    private String bearer;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        bearer = plane.bearer();
        connection = RawConnection.to(plane.port());
    }

    @AfterEach
    void stop() {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/atlas/v2",
                "/api/atlas/v2/orgs/" + ORGANIZATION,
                GROUP,
                GROUP + "/databaseUsers?pretty=true",
                GROUP + "/databaseUsers/admin/nobody",
                GROUP + "/databaseUsers/nobody/certs",
                "/api/private/ipinfo",
                "/api/private/unauth/nds/defaultMongoDBMajorVersion",
                "/telamon/v1/calendar"
            })
    void answerHeadAsGetWithoutContent(String path) {
        String got = connection.send(request("GET", path)).readResponse();
        String head = connection.send(request("HEAD", path)).readHead();

        assertThat(fields(head)).isEqualTo(fields(got.substring(0, got.indexOf("\r\n\r\n") + 4)));
        assertThat(head).contains("Content-Length: ").doesNotContain("Content-Length: 0");
        assertThat(connection.send(request("GET", path)).readResponse())
                .as("nothing of the first answer is left")
                .startsWith(got.substring(0, 13));
    }

    /** The status line and the fields, but for what counts requests and time. */
    private static List<String> fields(String head) {
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> !line.startsWith("RateLimit-Remaining:") && !line.startsWith("Date:"))
                .sorted()
                .toList();
    }

    @Test
    void answerHeadOfStrangersWithTheChallenge() {
        String head = connection
                .send("HEAD " + GROUP + " HTTP/1.1\r\nHost: h\r\n\r\n")
                .readHead();

        assertThat(head).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Digest ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT     | /databaseUsers           | GET, HEAD, POST",
                "PUT     | /databaseUsers/admin/ann | GET, HEAD, PATCH, DELETE",
                "OPTIONS | /accessList              | GET, HEAD, POST",
                "HEAD    | /access                  | POST",
                "PUT     | /databaseUsers/ann/certs | GET, HEAD, POST, PATCH, DELETE"
            })
    void tellWhichMethodsThereAre(String method, String path, String allowed) {
        String head = connection.send(request(method, GROUP + path)).readHead();

        assertThat(head).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: " + allowed + "\r\n");
    }

    @Test
    void changeAUserWhoseNameIsALiteralOfAnotherPath() {
        String made = plane.owner()
                .post(
                        "/groups/" + PROJECT + "/databaseUsers",
                        "{'databaseName':'admin','username':'certs','password':'correct-horse',"
                                + "'roles':[{'roleName':'read','databaseName':'shop'}]}")
                .text();

        assertThat(plane.owner()
                        .delete("/groups/" + PROJECT + "/databaseUsers/admin/certs")
                        .status())
                .as(made)
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICATION/VND.ATLAS.2024-11-13+JSON", "Application/Vnd.Atlas.2024-11-13+Json;Q=1"})
    void takeMediaTypesInAnyCase(String type) {
        String path = GROUP + "/flexClusters";

        assertThat(connection
                        .send("GET " + path + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + bearer + "\r\nAccept: " + type
                                + "\r\n\r\n")
                        .readResponse())
                .startsWith("HTTP/1.1 200 ");
        assertThat(plane.raw("POST", path, "{}", type).errorCode()).isEqualTo("MISSING_ATTRIBUTE");
    }

    private String request(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + bearer
                + "\r\nAccept: application/vnd.atlas.2025-03-12+json\r\n\r\n";
    }
}
