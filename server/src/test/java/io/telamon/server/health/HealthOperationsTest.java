package io.telamon.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Json;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.Stops;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreException;
import io.telamon.control.store.Stores;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthOperationsTest {

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private final HttpClient http = HttpClient.newHttpClient();
    private Store store;
    private ApiServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        store = Stores.sqlite(folder.resolve("telamon.db"));
        Json json = new Json();
        Operations operations = new Operations();
        new HealthOperations(store, new DiskSpace(free::get)).declare(operations);
        Pipeline pipeline = new Pipeline(operations.all(), List.of(Stops.readRequest(json)), stale -> "none", json);
        server = ApiServer.start(InetAddress.getLoopbackAddress(), 0, Optional.empty(), Optional.empty(), pipeline);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        store.close();
    }

    @Test
    void isReady() throws Exception {
        assertThat(ready().statusCode()).isEqualTo(200);
        assertThat(ready().body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isNotReadyBeforeTheDiskIsFull() throws Exception {
        free.set(DiskSpace.LEAST - 1);
        HttpResponse<String> answer = ready();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("NOT_READY", "the disk of the data folder");

        free.set(DiskSpace.LEAST);
        assertThat(ready().statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileTheDatabaseTakesNoWrites() throws Exception {
        // Given
        limitPages(1);
        Assertions.assertThatExceptionOfType(StoreException.class).isThrownBy(this::writeMuch);

        // Then
        assertThat(ready().statusCode()).isEqualTo(503);
        assertThat(ready().body()).contains("the disk of the database is full");

        // When
        limitPages(100_000);

        // Then
        assertThat(ready().statusCode()).isEqualTo(200);
        writeMuch();
    }

    private HttpResponse<String> ready() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/telamon/v1/health/ready");
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void writeMuch() {
        put("much", 1_000_000);
    }

    private void put(String name, int length) {
        store.write(transaction -> transaction
                .handle()
                .execute("INSERT INTO setting (name, value) VALUES (?, ?)", name, "x".repeat(length)));
    }

    private void limitPages(int most) {
        store.write(transaction -> transaction
                .handle()
                .createQuery("PRAGMA max_page_count = " + most)
                .mapTo(Integer.class)
                .one());
    }
}
