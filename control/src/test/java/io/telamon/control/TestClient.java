package io.telamon.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a control plane under test, with the newest version of every resource. */
public final class TestClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NEWEST = "application/vnd.atlas.2026-02-01+json";

    private final String origin;
    private final String authorization;
    private final String accept;
    private final Map<String, String> headers;

    TestClient(String origin, String authorization) {
        this(origin, authorization, NEWEST, Map.of());
    }

    private TestClient(String origin, String authorization, String accept, Map<String, String> headers) {
        this.origin = origin;
        this.authorization = authorization;
        this.accept = accept;
        this.headers = headers;
    }

    /** What came back. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String text) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The first value of a header, or an empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The body's error code. */
        public String errorCode() {
            return json().path("errorCode").asString("");
        }
    }

    /** The same client, asking for another version. */
    public TestClient accepting(String type) {
        return new TestClient(origin, authorization, type, headers);
    }

    /** The same client, sending one header more. */
    public TestClient with(String name, String value) {
        return new TestClient(origin, authorization, accept, Map.of(name, value));
    }

    /** Where the control plane is. */
    public String origin() {
        return origin;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** The bytes of the answer to a request for a file. */
    public byte[] download(String path, String accepted) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/api/atlas/v2" + path))
                .header("Accept", accepted)
                .header("Authorization", authorization)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends an HTML form. */
    public Answer form(String path, String fields) {
        return send("POST", path, fields, "application/x-www-form-urlencoded");
    }

    /** Sends a request; single quotes in the body stand for double ones. Paths without a base are below the API's. */
    public Answer send(String method, String path, String body) {
        return send(method, path, body, "application/json");
    }

    private Answer send(String method, String path, String body, String contentType) {
        boolean below = !path.startsWith("/api/") && !path.startsWith("/telamon/");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + (below ? "/api/atlas/v2" : "") + path))
                .header("Accept", accept)
                .header("Authorization", authorization)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request target as it is, also one that is no URI. */
    Answer sendRaw(String method, String target, String body, String contentType) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: " + accept
                + "\r\nAuthorization: " + authorization + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(origin).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = answer.split("\r\n\r\n", 2);
            return new Answer(
                    Integer.parseInt(parts[0].substring(9, 12)),
                    java.net.http.HttpHeaders.of(Map.of(), (a, b) -> true),
                    parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
