package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.RawConnection;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of HTTP/1.0, as proxies send them that nobody has told otherwise. */
@WithControlPlane
class HttpVersion10Test {

    private static final String GROUP = "/api/atlas/v2/groups/" + PROJECT;

    private TestControlPlane plane;
    private RawConnection connection;
    private String fields;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        connection = RawConnection.to(plane.port());
        fields = " HTTP/1.0\r\nAuthorization: " + plane.bearer()
                + "\r\nAccept: application/vnd.atlas.2025-03-12+json\r\n";
    }

    @AfterEach
    void stop() {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: close\r\n", "Connection: upgrade\r\n"})
    void areAnsweredWithALengthAndTheEndOfTheConnection(String option) {
        String answer = connection
                .send("GET " + GROUP + fields + "Host: h\r\n" + option + "\r\n")
                .readToEnd();

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nConnection: close\r\n", "\r\nContent-Length: ")
                .doesNotContain("Transfer-Encoding")
                .endsWith("}");
    }

    @Test
    void areAnsweredOnTheSameConnectionWhereTheClientAsksForThat() {
        String get = "GET " + GROUP + fields + "Host: h\r\nConnection: Keep-Alive\r\n\r\n";

        assertThat(connection.send(get).readResponse())
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nConnection: keep-alive\r\n");
        assertThat(connection.send(get).readResponse()).startsWith("HTTP/1.1 200 ");
        assertThat(connection.send(get.replace("HTTP/1.0", "HTTP/1.1")).readResponse())
                .as("a request of HTTP/1.1 behind them")
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void needNoHost() {
        assertThat(connection.send("GET " + GROUP + fields + "\r\n").readToEnd())
                .startsWith("HTTP/1.1 200 ")
                .contains("\"href\":\"http://127.0.0.1:" + plane.port() + GROUP);
    }

    @Test
    void haveBodiesWithALengthAndGetNoInterimResponse() {
        String body = "[{\"ipAddress\":\"192.0.2.1\"}]";
        String answer = connection
                .send("POST " + GROUP + "/accessList" + fields
                        + "Host: h\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n" + body)
                .readToEnd();

        assertThat(answer).startsWith("HTTP/1.1 201 ").contains("192.0.2.1/32");
    }

    @Test
    void haveNoTransferCodings() {
        String answer = connection
                .send(
                        "POST " + GROUP + "/accessList" + fields
                                + "Host: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n")
                .readToEnd();

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"errorCode\":\"MALFORMED_REQUEST\"");
    }

    @Test
    void areAnsweredWithoutContentWhenTheyAreHead() {
        String answer =
                connection.send("HEAD " + GROUP + fields + "Host: h\r\n\r\n").readToEnd();

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n").doesNotContain("Content-Length: 0");
    }
}
