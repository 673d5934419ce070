package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.RawConnection;
import io.telamon.control.http.HttpLimits;
import io.telamon.gateway.thread.EssentialThreads;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses for which memory is reserved, where there is less than they take. */
@Timeout(60)
class LargeResponsesTest {

    private static final String LARGE = "x".repeat(16 << 20);

    private final ApiServer server = start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areSentWhenNothingElseIs() {
        assertThat(status("GET")).isEqualTo("HTTP/1.1 200 ");
        awaitRelease();
        assertThat(status("POST")).isEqualTo("HTTP/1.1 200 ");
    }

    @Test
    void areReplacedOnlyWhereNothingWasChanged() {
        try (RawConnection slow = send("GET")) {
            slow.readHead();

            assertThat(status("GET")).isEqualTo("HTTP/1.1 503 ");
            assertThat(status("POST")).isEqualTo("HTTP/1.1 200 ");
            assertThat(status("DELETE")).isEqualTo("HTTP/1.1 200 ");
        }
        awaitRelease();
    }

    private void awaitRelease() {
        while (server.takenMemory() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String status(String method) {
        try (RawConnection connection = send(method)) {
            return connection.readExactly("HTTP/1.1 200 ".length());
        }
    }

    private RawConnection send(String method) {
        return RawConnection.to(server.port())
                .send(method + " /telamon/v1/large HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    }

    private static ApiServer start() {
        Operations operations = new Operations(CatalogueReaderTest.catalogue(
                "get\ttelamon\tGET\t/large\t\tanyone\t\t200 text\t\t",
                "post\ttelamon\tPOST\t/large\t\tanyone\t\t200 text\t\t",
                "delete\ttelamon\tDELETE\t/large\t\tanyone\t\t200 text\t\t"));
        List.of("get", "post", "delete").forEach(id -> operations.serve(id, call -> LARGE));
        return ApiServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Optional.empty(),
                HttpLimits.DEFAULT.bodyMemory(4 << 20),
                new Pipeline(operations.all(), List.of(), stale -> "none", new Json()),
                new EssentialThreads());
    }
}
