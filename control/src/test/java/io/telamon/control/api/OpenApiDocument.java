package io.telamon.control.api;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the operations of an OpenAPI document of the API. */
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern MEDIA_TYPE = Pattern.compile("application/vnd\\.atlas\\.([\\w-]+)\\+(\\w+)");
    private static final Pattern SENTENCE = Pattern.compile("[^.]*\\bmust have\\b[^.]*\\brole[^.]*\\.");
    private static final Pattern ROLE = Pattern.compile("(?:Organization|Project|Group)(?: [A-Z][A-Za-z]*)+");

    private final JsonNode root;
    private final boolean complete;

    private OpenApiDocument(JsonNode root, boolean complete) {
        this.root = root;
        this.complete = complete;
    }

    /**
     * Reads a document.
     *
     * @param complete whether it has every version of its operations, not the newest alone
     */
    static List<OpenApiOperation> read(Path file, boolean complete) {
        return new OpenApiDocument(new JsonMapper().readTree(file.toFile()), complete).operations();
    }

    private List<OpenApiOperation> operations() {
        List<OpenApiOperation> found = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        found.add(operation(path, method.toUpperCase(Locale.ROOT), operation));
                    }
                }));
        return found;
    }

    private OpenApiOperation operation(String path, String method, JsonNode operation) {
        Map<ResourceVersion, OpenApiOperation.Offer> versions = new TreeMap<>();
        Set<String> responses = new TreeSet<>();
        operation.path("responses").forEachEntry((status, response) -> {
            if (status.startsWith("2")) {
                response.path("content").forEachEntry((type, content) -> {
                    addVersion(versions, type, content);
                    responses.add(status + " " + kind(status, type, content));
                });
            }
        });
        return new OpenApiOperation(
                operation.path("operationId").asString(),
                method,
                path,
                versions,
                complete,
                roles(operation),
                query(operation),
                responses);
    }

    private Set<String> query(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation.path("parameters").forEach(listed -> {
            JsonNode parameter = resolve(listed);
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }

    private static void addVersion(
            Map<ResourceVersion, OpenApiOperation.Offer> versions, String type, JsonNode content) {
        Matcher matcher = MEDIA_TYPE.matcher(type);
        if (!matcher.matches()) {
            throw new IllegalStateException("a media type of another form: " + type);
        }
        OpenApiOperation.Offer offer = versions.computeIfAbsent(
                ResourceVersion.of(matcher.group(1)),
                version -> new OpenApiOperation.Offer(new LinkedHashSet<>(), new TreeSet<>()));
        offer.sunset()
                .add(Optional.of(content.path("x-sunset").asString(""))
                        .filter(day -> !day.isEmpty())
                        .map(LocalDate::parse));
        offer.formats().add(matcher.group(2));
    }

    /** The names in the extension for roles, else those in the sentences that say what callers must have. */
    private static Set<String> roles(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation.path("x-rolesRequirements").forEach(name -> names.add(name.asString()));
        if (names.isEmpty()) {
            String description = operation.path("description").asString("");
            names.addAll(matches(SENTENCE, description).stream()
                    .flatMap(sentence -> matches(ROLE, sentence).stream())
                    .toList());
        }
        return names;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
    }

    /**
     * The kind of a response. One of 202 without a schema was recorded as an empty object, of clusters, projects and
     * endpoint services; one of 200 without a schema as empty, of the maintenance window.
     */
    private String kind(String status, String type, JsonNode content) {
        JsonNode schema = resolve(content.path("schema"));
        if (schema.isMissingNode()) {
            return status.equals("202") ? "object" : "none";
        }
        if (!type.endsWith("+json")) {
            return "file";
        }
        return switch (schema.path("type").asString("object")) {
            case "array" -> "list";
            case "string" -> schema.path("format").asString("").equals("binary") ? "file" : "text";
            default -> objectKind(schema.path("properties"));
        };
    }

    private static String objectKind(JsonNode properties) {
        if (!properties.has("results")) {
            return "object";
        }
        return properties.has("totalCount") ? "page" : "uncounted-page";
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asString().substring(1));
        }
        return resolved;
    }
}
