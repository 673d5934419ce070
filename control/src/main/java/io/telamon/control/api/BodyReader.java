package io.telamon.control.api;

import io.avaje.validation.ConstraintViolation;
import io.avaje.validation.ConstraintViolationException;
import io.avaje.validation.Validator;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads, binds and validates bodies, and reports what is wrong with one at once. */
final class BodyReader {

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(vnd\\.atlas\\.[0-9]{4}-[0-9]{2}-[0-9]{2}\\+)?json\\s*(;.*)?");
    private static final Pattern FORM_TYPE = Pattern.compile("application/x-www-form-urlencoded\\s*(;.*)?");

    /** Fields that a form has at most. */
    private static final int MOST_FIELDS = 100;

    private final Json json;
    private final Validator validator = Validator.builder().build();
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    BodyReader(Json json) {
        this.json = json;
    }

    @Nullable
    Object read(BodyType<?> type, HttpRequest request, BodyLimit limit) {
        return switch (type) {
            case BodyType.None none -> null;
            case BodyType.FormFields fields -> form(request, limit);
            case BodyType.Json<?> object -> bind(tree(request, limit), object.type());
            case BodyType.Versioned<?> versions ->
                throw new IllegalArgumentException("the version decides about the body: " + versions);
            case BodyType.Deferred<?> deferred ->
                throw new IllegalArgumentException("the version decides about the body: " + deferred);
            case BodyType.JsonList<?> list -> bindAll(tree(request, limit), list.item());
        };
    }

    /** A body that is bound to the type when the handler asks for it. */
    <B> UnreadBody<B> unread(Supplier<Class<? extends B>> type, HttpRequest request, BodyLimit limit) {
        JsonNode tree = tree(request, limit);
        return new UnreadBody<>(tree, () -> bind(tree, type.get()));
    }

    private JsonNode tree(HttpRequest request, BodyLimit limit) {
        requireType(request, JSON_TYPE);
        byte[] body = request.body(limit);
        request.reserve(TreeSize.atMost(body));
        return json.tree(body);
    }

    private static void requireType(HttpRequest request, Pattern expected) {
        request.header("Content-Type")
                .filter(type -> !expected.matcher(type.toLowerCase(Locale.ROOT)).matches())
                .ifPresent(type -> {
                    throw ErrorCode.UNSUPPORTED_MEDIA_TYPE.about(type);
                });
    }

    private Form form(HttpRequest request, BodyLimit limit) {
        requireType(request, FORM_TYPE);
        String body = new String(request.body(limit), StandardCharsets.UTF_8);
        String[] pairs = body.split("&", MOST_FIELDS + 1);
        Map<String, List<String>> fields = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            Optional<String> name = PercentEncoding.decodeForm(pair.substring(0, Math.max(0, equals)));
            Optional<String> value = PercentEncoding.decodeForm(pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty() || pairs.length > MOST_FIELDS) {
                return Form.MALFORMED;
            }
            if (equals > 0) {
                fields.computeIfAbsent(name.get(), first -> new ArrayList<>(1)).add(value.get());
            }
        }
        return new Form(fields, false);
    }

    private <T> T bind(JsonNode tree, Class<T> type) {
        return bind("", tree, type);
    }

    private <T> List<T> bindAll(JsonNode tree, Class<T> item) {
        if (!tree.isArray()) {
            throw ErrorCode.INVALID_JSON.because(List.of(new Violation("", "must be an array")));
        }
        List<T> items = new ArrayList<>(tree.size());
        for (int i = 0; i < tree.size(); i++) {
            items.add(bind("[" + i + "]", tree.get(i), item));
        }
        return items;
    }

    private <T> T bind(String path, JsonNode tree, Class<T> type) {
        Findings findings = new Findings();
        boolean bindable = shapes.computeIfAbsent(type, Shape::of).check(path, tree, findings);
        if (!bindable || findings.isFull()) {
            throw findings.refusal();
        }
        T value = json.bind(tree, type);
        if (type.isAnnotationPresent(Valid.class)) {
            validate(path, tree, value, findings);
        }
        if (!findings.isEmpty()) {
            throw findings.refusal();
        }
        return value;
    }

    private void validate(String path, JsonNode tree, Object value, Findings findings) {
        Findings found = new Findings();
        found.addAll(findings);
        try {
            validator.validate(value, Locale.ENGLISH);
        } catch (ConstraintViolationException e) {
            for (ConstraintViolation violation : e.violations()) {
                if (findings.isFull()) {
                    return;
                }
                add(path, tree, violation, found, findings);
            }
        }
    }

    private static void add(
            String path, JsonNode tree, ConstraintViolation violation, Findings found, Findings findings) {
        String field = path.isEmpty() ? violation.path() : path + "." + violation.path();
        if (found.concern(field)) {
            return;
        }
        if (isAbsent(tree, violation.path())) {
            findings.add(BodyFinding.Kind.MISSING, field, "is required");
        } else {
            findings.add(BodyFinding.Kind.WRONG_VALUE, field, violation.message());
        }
    }

    private static boolean isAbsent(JsonNode tree, String path) {
        JsonNode node = tree;
        StringTokenizer steps = new StringTokenizer(path, ".[]");
        while (steps.hasMoreTokens()) {
            String step = steps.nextToken();
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node.isMissingNode();
    }
}
