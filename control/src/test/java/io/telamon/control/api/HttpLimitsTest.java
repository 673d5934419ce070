package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.RawConnection;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.store.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients may take of the server, shown with small limits. */
@Timeout(120)
class HttpLimitsTest {

    private static final String FLEX = "/api/atlas/v2/groups/" + PROJECT + "/flexClusters";
    private static final String HALF_HEAD = "GET /api HTTP/1.1\r\nX-A: ";
    private static final String GET = "GET /api/atlas/v2 HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String CHUNKED = "POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final List<RawConnection> connections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // each test starts one with its limits
    private TestControlPlane plane;

    private void start(HttpLimits limits) {
        plane = TestControlPlane.start(
                TestStores.open(folder), ControlSettings.defaults(), ControlPlaneDependencies.none(), limits);
    }

    @AfterEach
    void stop() {
        connections.forEach(RawConnection::close);
        plane.close();
    }

    @Test
    void closesTheConnectionsThatWaitLongestForNewOnesOfTheAddress() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).connections(100, 3));
        RawConnection oldest = connect("127.0.0.1").send(GET);
        assertThat(oldest.readResponse()).startsWith("HTTP/1.1 401 ");
        RawConnection halfOpen = connect("127.0.0.1").send(HALF_HEAD);
        RawConnection elsewhere = connect("127.0.0.2").send(HALF_HEAD);
        for (int i = 0; i < 20; i++) {
            assertThat(connect("127.0.0.1").send(GET).readResponse()).startsWith("HTTP/1.1 401 ");
        }

        assertThat(oldest.readToEnd()).isEmpty();
        assertThat(halfOpen.readToEnd()).isEmpty();
        assertThat(elsewhere.send("b\r\nHost: h\r\n\r\n").readResponse()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void closesTheConnectionsThatWaitLongestForNewOnesOfAnybody() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).connections(5, 5));
        for (int i = 0; i < 30; i++) {
            connect("127.0.0." + (2 + i % 7)).send(i % 2 == 0 ? HALF_HEAD : "");
            assertThat(connect("127.0.0.1").send(GET).readResponse()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void refusesNewConnectionsWhileAllOthersAreAtWork() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).connections(2, 2));
        String half = post(plane.bearer(), 500) + "{\"na";
        RawConnection one = connect("127.0.0.1").send(half);
        awaitTaken(500 + "{\"na".length());
        RawConnection other = connect("127.0.0.1").send(half);
        awaitTaken(2L * (500 + "{\"na".length()));

        assertThat(connect("127.0.0.1").readToEnd())
                .startsWith("HTTP/1.1 503 ")
                .contains("\r\nRetry-After: 1\r\n", "\"errorCode\":\"SERVICE_UNAVAILABLE\"");
        one.close();
        other.close();
        assertThat(awaitAnswer()).startsWith("HTTP/1.1 401 ");
    }

    /** A connection counts until its thread has ended, a moment after its client has closed it. */
    private String awaitAnswer() {
        String answer = "";
        while (!answer.startsWith("HTTP/1.1 401")) {
            answer = connect("127.0.0.1")
                    .send("GET /api/atlas/v2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                    .readToEnd();
        }
        return answer;
    }

    @Test
    void answersHeadsThatDoNotComeInTime() {
        start(HttpLimits.DEFAULT.timeouts(SHORT, LONG, LONG));

        assertThat(connect("127.0.0.1").send(HALF_HEAD).readToEnd())
                .startsWith("HTTP/1.1 408 ")
                .contains("\r\nConnection: close\r\n", "\"error\":408", "\"errorCode\":\"REQUEST_TIMEOUT\"");
        RawConnection second = connect("127.0.0.1").send(GET);
        second.readResponse();
        assertThat(second.send(HALF_HEAD).readToEnd()).startsWith("HTTP/1.1 408 ");
        assertThat(connect("127.0.0.1").readToEnd()).isEmpty();
    }

    @Test
    void answersBodiesThatDoNotComeInTime() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, SHORT));
        RawConnection counted = connect("127.0.0.1").send(post(plane.bearer(), 100) + "{");
        RawConnection form = connect("127.0.0.1").send(token(20) + "grant");
        RawConnection stranger = connect("127.0.0.1").send(post("Bearer x", 100) + "{");

        assertThat(counted.readToEnd())
                .startsWith("HTTP/1.1 408 ")
                .contains("\r\nConnection: close\r\n", "\"errorCode\":\"REQUEST_TIMEOUT\"");
        assertThat(form.readToEnd()).startsWith("HTTP/1.1 408 ");
        assertThat(stranger.readToEnd()).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1 ");
        assertThat(plane.takenMemory()).isZero();
    }

    @Test
    void closesIdleConnections() {
        start(HttpLimits.DEFAULT.timeouts(LONG, SHORT, LONG));
        RawConnection connection = connect("127.0.0.1").send(GET);
        connection.readResponse();

        assertThat(connection.readToEnd()).isEmpty();
    }

    @Test
    void servesOthersWhileHalfSentBodiesHoldTheMemory() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).memory(4 << 20, 4 << 20, 1 << 20));
        String bearer = plane.bearer();
        for (int i = 0; i < 8; i++) {
            connect("127.0.0.1").send(post(bearer, 1_000_000) + "{\"name\":\"" + "x".repeat(900_000));
            connect("127.0.0.1").send(token(8_000) + "a=" + "x".repeat(7_000));
        }

        TestClient owner = plane.owner();
        assertThat(owner.post("/groups/" + PROJECT + "/flexClusters", "{'name':'a'}")
                        .status())
                .isEqualTo(400);
        assertThat(plane.takenMemory()).isLessThanOrEqualTo((4 << 20) + (1 << 20));
        connections.forEach(RawConnection::close);
        awaitTaken(0);
    }

    @Test
    void boundsTheMemoryForWhatIsMadeFromBodies() {
        start(HttpLimits.DEFAULT.memory(16 << 20, 8 << 20, 1 << 20));
        String wide =
                IntStream.range(0, 20_000).mapToObj(i -> "'k" + i + "':1").collect(Collectors.joining(",", "{", "}"));
        TestClient owner = plane.owner();

        List<Integer> statuses = TestControlPlane.atOnce(
                16,
                i -> owner.post("/groups/" + PROJECT + "/flexClusters", wide).status());

        assertThat(statuses).contains(400).containsAnyOf(400, 503).allMatch(status -> status == 400 || status == 503);
        assertThat(owner.get("/groups/" + PROJECT + "/flexClusters").status()).isEqualTo(200);
        awaitTaken(0);
    }

    @Test
    void keepsOtherConnectionsWhenARefusedOneIsReset() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).connections(100, 1));
        String bearer = plane.bearer();
        // not from the address of the client that asked for the token, whose connection may still be busy
        RawConnection idle = connect("127.0.0.3").send(GET);
        assertThat(idle.readResponse()).startsWith("HTTP/1.1 401 ");
        connect("127.0.0.2").send(post(bearer, 500) + "{\"na");
        awaitTaken(500 + "{\"na".length());
        for (int i = 0; i < 200; i++) {
            RawConnection.from("127.0.0.2", plane.port()).reset();
        }

        assertThat(idle.send(GET).readResponse()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void displacesConnectionsThatWereAnswered() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).connections(1, 1));
        RawConnection lingering = connect("127.0.0.1").send(GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertThat(lingering.readToEnd()).startsWith("HTTP/1.1 401 ");

        RawConnection draining = connect("127.0.0.1").send(CHUNKED);
        assertThat(draining.readResponse()).startsWith("HTTP/1.1 401 ");

        // the server notes that it has answered a moment after the client has the answer
        await().untilAsserted(() ->
                assertThat(connect("127.0.0.1").send(GET).readResponse()).startsWith("HTTP/1.1 401 "));
        assertThat(draining.readToEnd()).isEmpty();
    }

    @Test
    void readsLittleOfBodiesThatWereAnswered() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG));
        RawConnection endless = connect("127.0.0.1").send(CHUNKED);
        for (int i = 0; i < 20; i++) {
            endless.send("1000\r\n" + "x".repeat(0x1000) + "\r\n");
        }
        RawConnection silent = connect("127.0.0.1").send(CHUNKED + "5\r\nhe");
        RawConnection small = connect("127.0.0.1").send(CHUNKED + "5\r\nhello\r\n0\r\n\r\n" + GET);

        assertThat(endless.readToEnd()).startsWith("HTTP/1.1 401 ");
        assertThat(silent.readToEnd()).startsWith("HTTP/1.1 401 ");
        assertThat(small.readResponse()).startsWith("HTTP/1.1 401 ");
        assertThat(small.readResponse()).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void boundsTheMemoryOfHeaderSectionsThatComeInPieces() {
        start(HttpLimits.DEFAULT.timeouts(LONG, LONG, LONG).memory(4 << 20, 4 << 20, 64 << 10));
        String half = HALF_HEAD + "x".repeat(12_000);
        for (int i = 0; i < 20; i++) {
            connect("127.0.0.1").send(half);
        }

        assertThat(connections.subList(0, 18).stream()
                        .filter(connection -> !connection.isOpenFor(Duration.ofSeconds(1)))
                        .count())
                .isGreaterThanOrEqualTo(15);
        assertThat(connect("127.0.0.1").send(half).send("\r\nHost: h\r\n\r\n").readResponse())
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void takesOnlySmallBodiesFromStrangers() {
        start(HttpLimits.DEFAULT);

        assertThat(connect("127.0.0.1").send(token(9_000) + "x".repeat(9_000)).readResponse())
                .startsWith("HTTP/1.1 413 ");
    }

    private void awaitTaken(long bytes) {
        while (plane.takenMemory() != bytes) {
            if (Thread.interrupted()) {
                throw new AssertionError(plane.takenMemory() + " bytes are taken, not " + bytes);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private RawConnection connect(String address) {
        RawConnection connection = RawConnection.from(address, plane.port());
        connections.add(connection);
        return connection;
    }

    private static String post(String authorization, int length) {
        return "POST " + FLEX + " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Accept: application/vnd.atlas.2024-11-13+json\r\nAuthorization: " + authorization
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String token(int length) {
        return "POST /api/oauth/token HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }
}
