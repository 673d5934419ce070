package io.telamon.server;

import io.telamon.server.data.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that real clients begin with, each by Digest and by Bearer token. */
final class WarmupRequests {

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final String CLUSTER = """
            {"name": "warmup", "providerSettings": {"backingProviderName": "AWS", "regionName": "US_EAST_1"}}""";
    private static final int ROUNDS = 20;

    private final String base;
    private final String projectPath;
    private final Credentials credentials;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    WarmupRequests(TelamonServer.Facts facts, Credentials credentials) {
        this.base = facts.baseUrl().substring(0, facts.baseUrl().length() - 1);
        this.projectPath = "/api/atlas/v2/groups/" + facts.projectId();
        this.credentials = credentials;
    }

    void send() throws IOException, InterruptedException {
        String bearer = "Bearer " + token();
        send("GET", "/telamon/v1/health/ready", "", "");
        send("GET", "/nowhere", "", "");
        metrics();
        for (int round = 0; round < ROUNDS; round++) {
            visit(bearer);
        }
    }

    HttpResponse<String> metrics() throws IOException, InterruptedException {
        return send("GET", "/telamon/v1/metrics", "", "Bearer " + token());
    }

    private void visit(String bearer) throws IOException, InterruptedException {
        send("GET", "/api/atlas/v2/groups", "", bearer);
        send("GET", "/api/atlas/v2/orgs", "", digest("GET", "/api/atlas/v2/orgs"));
        send("POST", projectPath + "/flexClusters", CLUSTER, bearer);
        send("POST", projectPath + "/flexClusters", "{\"name\": 1}", bearer);
        send("GET", projectPath + "/flexClusters", "", bearer);
        send("GET", projectPath + "/flexClusters/warmup", "", digest("GET", projectPath + "/flexClusters/warmup"));
        send("GET", projectPath + "/flexClusters/absent", "", bearer);
        send("DELETE", projectPath + "/flexClusters/warmup", "", bearer);
    }

    String token() throws IOException, InterruptedException {
        String basic = credentials.clientId() + ":" + credentials.clientSecret();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/oauth/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(basic)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return first(TOKEN, http.send(request, BodyHandlers.ofString()).body());
    }

    /** Answers a fresh challenge (RFC 7616), as the clients do for each request. */
    private String digest(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> challenge = send(method, path, "", "");
        String nonce =
                first(NONCE, challenge.headers().firstValue("WWW-Authenticate").orElse(""));
        String ha1 = md5(credentials.publicKey() + ":MMS Public API:" + credentials.privateKey());
        String response = md5(ha1 + ":" + nonce + ":00000001:0a4f113b:auth:" + md5(method + ":" + path));
        return """
                Digest username="%s", realm="MMS Public API", nonce="%s", uri="%s", response="%s", \
                algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b\"""".formatted(credentials.publicKey(), nonce, path, response);
    }

    HttpResponse<String> send(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept", "application/vnd.atlas.2025-03-12+json")
                .header("Content-Type", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in the answer");
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(utf8(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
