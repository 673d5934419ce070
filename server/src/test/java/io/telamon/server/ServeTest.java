package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process: how it starts, says what is wrong, and ends. */
class ServeTest {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void findsEverythingAgainAfterAnOrderlyEnd() throws Exception {
        // Given
        String secret;
        try (ServerProcess first = ServerProcess.start(folder)) {
            secret = first.credential("MONGODB_ATLAS_CLIENT_SECRET");
            assertThat(first.credential("MONGODB_ATLAS_BASE_URL")).endsWith("/");
            assertThat(projects(first)).contains("\"name\":\"default\"");

            // When
            assertThat(terminate(first)).isZero();
        }
        try (ServerProcess second = ServerProcess.start(folder, "--quiet=false")) {

            // Then
            assertThat(second.credential("MONGODB_ATLAS_CLIENT_SECRET")).isEqualTo(secret);
            assertThat(projects(second)).contains(second.credential("MONGODB_ATLAS_PROJECT_ID"));
            waitFor("Everything was found as it was left");
            assertThat(output()).doesNotContain(secret);
        }
    }

    @Test
    void answersWhatItHasBegunBeforeItEnds() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            // Given a request that takes its time
            String token = token(server);
            HttpResponse<String> fault = send(server, token, "POST", "telamon/v1/faults", """
                    {"operation": "listGroupFlexClusters", "latencyMillis": 1500}""");
            assertThat(fault.statusCode()).isEqualTo(201);
            CompletableFuture<HttpResponse<String>> slow = http.sendAsync(
                    request(server, token, "GET", "api/atlas/v2/groups/" + project(server) + "/flexClusters", ""),
                    BodyHandlers.ofString());
            Thread.sleep(700);

            // When
            long began = System.nanoTime();
            int exit = terminate(server);

            // Then
            assertThat(slow.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(exit).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void printsOneLineWhereNobodyReadsAndOneForEachRequestIfWanted() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, "--log-requests", "--log-level=error")) {
            String token = token(server);
            send(server, token, "GET", "api/atlas/v2/groups?itemsPerPage=77", "");
            waitFor("GET /api/atlas/v2/groups 200 ");

            assertThat(output().lines().filter(line -> line.contains(" answers at ")))
                    .singleElement()
                    .asString()
                    .contains(server.credential("MONGODB_ATLAS_BASE_URL"), "credentials.env");
            assertThat(output())
                    .containsPattern("POST /api/oauth/token 200 \\d+\\.\\d ms - createAccessToken")
                    .containsPattern("GET /api/atlas/v2/groups 200 \\d+\\.\\d ms mdb_sa_id_\\w+ listGroups")
                    .doesNotContain("itemsPerPage", token, server.credential("MONGODB_ATLAS_CLIENT_SECRET"), "set -a");
        }
    }

    @Test
    void saysThatTheAddressIsNotOfThisMachine() throws Exception {
        Process process = run("serve", "--port", "0", "--address", "192.0.2.1", "--data-dir", folder.toString());
        assertThat(errors(process))
                .contains("cannot listen on 192.0.2.1", "--address")
                .doesNotContain("already");
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void refusesAFolderThatAnotherServerHas() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            Process second = run("serve", "--port", "0", "--data-dir", folder.toString());
            assertThat(errors(second))
                    .contains("another Telamon (process " + server.process().pid() + ")");
            assertThat(second.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void endsWithExitCode2AndOneLineWhenASettingIsWrong() throws Exception {
        Process process = run("serve", "--port", "http", "--data-dir", folder.toString());
        assertThat(errors(process))
                .isEqualTo("telamon: the setting port is \"http\", from --port on the command line;"
                        + " it must be a whole number from 0 to 65535\n");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private int terminate(ServerProcess server) throws InterruptedException {
        server.process().destroy();
        assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        return server.process().exitValue();
    }

    private String projects(ServerProcess server) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(server, token(server), "GET", "api/atlas/v2/groups", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String token(ServerProcess server) throws IOException, InterruptedException {
        String basic =
                server.credential("MONGODB_ATLAS_CLIENT_ID") + ":" + server.credential("MONGODB_ATLAS_CLIENT_SECRET");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + "api/oauth/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        Matcher token =
                TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(ServerProcess server, String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(request(server, token, method, path, body), BodyHandlers.ofString());
    }

    private static HttpRequest request(ServerProcess server, String token, String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.atlas.2024-11-13+json")
                .header("Content-Type", "application/json")
                .build();
    }

    private static String project(ServerProcess server) {
        return server.credential("MONGODB_ATLAS_PROJECT_ID");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private void waitFor(String text) {
        await().until(this::output, output -> output.contains(text));
    }

    private static Process run(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] begin = {java, "-cp", System.getProperty("java.class.path"), "io.telamon.server.Main"};
        String[] command = Stream.of(begin, arguments).flatMap(Arrays::stream).toArray(String[]::new);
        return new ProcessBuilder(command).start();
    }

    private static String errors(Process process) throws IOException, InterruptedException {
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return errors;
    }
}
