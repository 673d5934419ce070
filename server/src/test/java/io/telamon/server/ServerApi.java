package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;

/** The API of a server process, called by its first owner. */
final class ServerApi {

    private final HttpClient http;
    private final ServerProcess server;
    private final String token;

    ServerApi(ServerProcess server) throws IOException, InterruptedException {
        this(server, Optional.empty());
    }

    /** The same over https. */
    ServerApi(ServerProcess server, Optional<SSLContext> tls) throws IOException, InterruptedException {
        HttpClient.Builder client = HttpClient.newBuilder();
        tls.ifPresent(client::sslContext);
        this.http = client.build();
        this.server = server;
        String pair =
                server.credential("MONGODB_ATLAS_CLIENT_ID") + ":" + server.credential("MONGODB_ATLAS_CLIENT_SECRET");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + "api/oauth/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        this.token = value(answer.body(), "access_token");
    }

    /**
     * Sends a request that must succeed.
     *
     * @param path below the first project
     * @param body JSON with single quotes; empty for none
     */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    /**
     * The lines of the compressed file that a request is answered with.
     *
     * @param path below the first project
     */
    List<String> lines(String path) throws IOException, InterruptedException {
        String project = server.credential("MONGODB_ATLAS_PROJECT_ID");
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        server.credential("MONGODB_ATLAS_BASE_URL") + "api/atlas/v2/groups/" + project + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.atlas.2023-02-01+gzip")
                .build();
        byte[] file =
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        String base = server.credential("MONGODB_ATLAS_BASE_URL");
        String project = server.credential("MONGODB_ATLAS_PROJECT_ID");
        return http.send(
                HttpRequest.newBuilder(URI.create(base + "api/atlas/v2/groups/" + project + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/vnd.atlas.2025-03-12+json")
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Makes a flex cluster that {@code ann} may use from this machine, and answers it as it is read then. */
    String createFlexCluster(String name) throws IOException, InterruptedException {
        call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'readWriteAnyDatabase','databaseName':'admin'}]}");
        call("POST", "/accessList", "[{'ipAddress':'127.0.0.1'}]");
        call(
                "POST",
                "/flexClusters",
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        return call("GET", "/flexClusters/" + name, "");
    }

    /** The first value of that name in a JSON text. */
    static String value(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        assertThat(matcher.find()).as(name + " in " + json).isTrue();
        return matcher.group(1);
    }
}
