package io.telamon.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Json;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreException;
import io.telamon.control.store.Stores;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthOperationsTest {

    @TempDir
    private Path folder;

    private final EssentialThreads threads = new EssentialThreads();
    private final AtomicBoolean engineFull = new AtomicBoolean();
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private Store store;
    private ApiServer server;

    @BeforeEach
    void start() {
        store = Stores.sqlite(folder.resolve("telamon.db"), threads);
        Operations api = new Operations(OperationCatalogue.load());
        new HealthOperations(store, threads, new DiskSpace(free::get), engineFull::get).declare(api);
        Json json = new Json();
        Pipeline pipeline = new Pipeline(api.all(), List.of(RequestFilters.readRequest(json)), stale -> "", json);
        server = ApiServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Optional.empty(),
                HttpLimits.DEFAULT,
                pipeline,
                threads);
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void isReadyAndLiveWhileEveryThreadRuns() throws Exception {
        assertThat(threads.states()).containsKeys("http-acceptor", "http-timeouts", "telamon-writer");
        assertThat(get("ready").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("live").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void namesThreadsThatHaveEnded() throws Exception {
        EssentialThread ended = threads.start("telamon-example", () -> {});
        ended.join();

        for (String path : List.of("ready", "live")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("telamon-example");
        }
        ended.end();
        assertThat(get("ready").statusCode()).isEqualTo(200);
    }

    @Test
    void isLiveButNotReadyWithoutItsDatabase() throws Exception {
        store.close();

        assertThat(get("ready").statusCode()).isEqualTo(503);
        assertThat(get("ready").body()).contains("database");
        assertThat(get("live").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/telamon/v1/health/" + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
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
    void isNotReadyWhileTheEngineTakesNoWrites() throws Exception {
        engineFull.set(true);
        assertThat(ready().statusCode()).isEqualTo(503);
        assertThat(ready().body()).contains("the disk of the engine is full");

        engineFull.set(false);
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
        return get("ready");
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
