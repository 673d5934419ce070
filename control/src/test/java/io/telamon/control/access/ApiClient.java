package io.telamon.control.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests with real credentials: challenged first, as the official clients are, or with a token. */
public final class ApiClient {

    public static final String API = "/api/atlas/v2";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String origin;
    private final Function<Request, Optional<String>> authorization;

    public ApiClient(String origin) {
        this(origin, request -> Optional.empty());
    }

    private ApiClient(String origin, Function<Request, Optional<String>> authorization) {
        this.origin = origin;
        this.authorization = authorization;
    }

    private record Request(String method, String uri) {}

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String errorCode() {
            return json().path("errorCode").asString("");
        }
    }

    public ApiClient withKey(DigestClient key) {
        return new ApiClient(origin, request -> Optional.of(key.answer(challenge(), request.method, request.uri)));
    }

    public ApiClient withHeader(String header) {
        return new ApiClient(origin, request -> Optional.of(header));
    }

    public ApiClient withToken(String token) {
        return withHeader("Bearer " + token);
    }

    /** A fresh challenge. */
    public String challenge() {
        return new ApiClient(origin)
                .get("/orgs/" + AccessServer.ORGANIZATION + "/apiKeys")
                .header("WWW-Authenticate");
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Asks the token endpoint for a token. */
    public Answer token(String basic) {
        return withHeader(basic).form("/api/oauth/token", "grant_type=client_credentials");
    }

    public Answer form(String path, String form) {
        return raw("POST", path, form, "application/x-www-form-urlencoded");
    }

    /** Sends JSON below the API's base; single quotes stand for double ones. */
    public Answer send(String method, String path, String body) {
        return raw(method, API + path, body.replace('\'', '"'), "application/json");
    }

    public Answer raw(String method, String uri, String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + uri))
                .header("Accept", "application/vnd.atlas.2026-02-01+json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        authorization.apply(new Request(method, uri)).ifPresent(value -> request.header("Authorization", value));
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
}
