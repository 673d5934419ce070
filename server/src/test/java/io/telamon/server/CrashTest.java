package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a server again and again in a storm of writes, and looks for what it had acknowledged. {@code telamon.test.kills} is how often. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("telamon.test.kills", 8);
    private static final int WRITES_BEFORE_A_KILL = 520;
    private static final int CLIENTS = 16;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger names = new AtomicInteger();

    @Test
    void losesNothingAcknowledgedAndLeavesNothingHalfMade() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = acknowledged.size() + WRITES_BEFORE_A_KILL;
            try (ServerProcess server = ServerProcess.start(folder, "--pace", "quick", "--cluster-limit", "ignore")) {
                storm(server, wanted);
            }
            assertThat(stored("SELECT name FROM cluster")).containsAll(acknowledged);
            assertThat(stored("SELECT name FROM cluster WHERE id NOT IN (SELECT subject FROM task)"
                            + " AND state IN ('CREATING', 'UPDATING', 'DELETING')"))
                    .as("clusters that nothing would move on")
                    .isEmpty();
            assertThat(stored("SELECT count(*) FROM cluster"))
                    .as("each cluster is told of once")
                    .isEqualTo(stored("SELECT count(*) FROM event WHERE type = 'CLUSTER_CREATED'"));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_A_KILL);
    }

    /** Writes from many clients until so many writes are acknowledged, and kills the server under them. */
    private void storm(ServerProcess server, int wanted) throws Exception {
        String token = token(server);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> writeUntilKilled(server, token));
            }
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(5))
                    .failFast(() -> !server.process().isAlive())
                    .until(() -> acknowledged.size() >= wanted);
            server.kill();
        }
    }

    private void writeUntilKilled(ServerProcess server, String token) {
        while (server.process().isAlive()) {
            String name = "storm-" + names.incrementAndGet();
            try {
                HttpResponse<String> answer = create(server, token, name);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                acknowledged.add(name);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpResponse<String> create(ServerProcess server, String token, String name)
            throws IOException, InterruptedException {
        String path = "api/atlas/v2/groups/" + server.credential("MONGODB_ATLAS_PROJECT_ID") + "/flexClusters";
        return http.send(
                request(server, path)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/vnd.atlas.2024-11-13+json")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(name)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String body(String name) {
        return "{\"name\":\"" + name
                + "\",\"providerSettings\":{\"backingProviderName\":\"AWS\",\"regionName\":\"US_EAST_1\"}}";
    }

    private String token(ServerProcess server) throws IOException, InterruptedException {
        String pair =
                server.credential("MONGODB_ATLAS_CLIENT_ID") + ":" + server.credential("MONGODB_ATLAS_CLIENT_SECRET");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = http.send(
                request(server, "api/oauth/token")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static HttpRequest.Builder request(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + path));
    }

    /** The first column of a query on the database that the killed server left behind. */
    private Set<String> stored(String query) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("telamon.db"));
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
