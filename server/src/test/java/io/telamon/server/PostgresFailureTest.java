package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose PostgreSQL goes away under it, and comes back. */
class PostgresFailureTest {

    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private OwnPostgres database;
    private ServerProcess server;
    private ServerApi api;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> programs = OwnPostgres.programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL server is installed");
        database = OwnPostgres.start(programs.orElseThrow());
        server = ServerProcess.start(Map.of("TELAMON_DATABASE", database.url()), folder, "--cluster-ports", "0");
        api = new ServerApi(server);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.remove();
        }
    }

    @Test
    void answersPromptlyWhileItIsStoppedAndServesAgainAfterwards() throws Exception {
        database.stop();

        answersPromptly();

        database.start();
        servesAgain();
        assertThat(Files.readAllLines(folder.resolve("output.txt")))
                .filteredOn(line -> line.startsWith("\tat "))
                .as("lines of stack traces")
                .isEmpty();
    }

    @Test
    void answersPromptlyWhileItDoesNotRespondAndServesAgainAfterwards() throws Exception {
        database.freeze();

        answersPromptly();

        database.thaw();
        servesAgain();
    }

    private void answersPromptly() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Timed>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> clients.submit(() -> timed(this::get)))
                    .toList();
            for (Future<Timed> answer : answers) {
                isPrompt(answer.get(), PROMPT);
            }
        }
        isPrompt(timed(this::get), PROMPT);
        isPrompt(timed(this::ready), PROBE);
    }

    private static void isPrompt(Timed timed, Duration longest) {
        assertThat(timed.answer.statusCode()).as(timed.answer.body()).isEqualTo(503);
        assertThat(timed.answer.headers().firstValue("Retry-After")).isPresent();
        // a machine under load gets half a second more
        assertThat(timed.time).isLessThan(longest.plusMillis(500));
    }

    private void servesAgain() throws Exception {
        long began = System.nanoTime();
        while (get().statusCode() != 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
        assertThat(ready().statusCode()).isEqualTo(200);
        api.call("POST", "/flexClusters", """
                {'name': 'after', 'providerSettings': {'backingProviderName': 'AWS', 'regionName': 'US_EAST_1'}}""");
    }

    private record Timed(HttpResponse<String> answer, Duration time) {}

    @FunctionalInterface
    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static Timed timed(Request request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = request.send();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - began));
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return api.send("GET", "/flexClusters", "");
    }

    private HttpResponse<String> ready() throws IOException, InterruptedException {
        URI uri = URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + "telamon/v1/health/ready");
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
