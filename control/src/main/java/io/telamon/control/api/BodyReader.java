package io.telamon.control.api;

import io.avaje.validation.ConstraintViolation;
import io.avaje.validation.ConstraintViolationException;
import io.avaje.validation.Validator;
import jakarta.validation.Valid;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads, binds and validates bodies, and reports everything that is wrong with one at once. */
final class BodyReader {

    /** More bytes than these are refused. */
    static final int MOST_BYTES = 1 << 20;

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(vnd\\.atlas\\.[0-9]{4}-[0-9]{2}-[0-9]{2}\\+)?json\\s*(;.*)?");
    private static final Pattern FORM_TYPE = Pattern.compile("application/x-www-form-urlencoded\\s*(;.*)?");
    private static final Pattern PATH_STEP = Pattern.compile("[.\\[\\]]+");

    private final Json json;
    private final Validator validator = Validator.builder().build();
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    BodyReader(Json json) {
        this.json = json;
    }

    @Nullable
    Object read(BodyType<?> type, HttpRequest request) {
        return switch (type) {
            case BodyType.None none -> null;
            case BodyType.FormFields fields -> form(request);
            case BodyType.Json<?> object -> bind(tree(request), object.type());
            case BodyType.JsonList<?> list -> bindAll(tree(request), list.item());
        };
    }

    private JsonNode tree(HttpRequest request) {
        requireType(request, JSON_TYPE);
        return json.tree(request.body(MOST_BYTES));
    }

    private static void requireType(HttpRequest request, Pattern expected) {
        request.header("Content-Type")
                .filter(type -> !expected.matcher(type.toLowerCase(Locale.ROOT)).matches())
                .ifPresent(type -> {
                    throw ErrorCode.UNSUPPORTED_MEDIA_TYPE.about(type);
                });
    }

    private Form form(HttpRequest request) {
        requireType(request, FORM_TYPE);
        Map<String, List<String>> fields = new HashMap<>();
        for (String pair : new String(request.body(MOST_BYTES), StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>(1))
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
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
        List<Finding> findings = new ArrayList<>();
        if (!shapes.computeIfAbsent(type, Shape::of).check(path, tree, findings::add)) {
            throw refusal(findings);
        }
        T value = json.bind(tree, type);
        if (type.isAnnotationPresent(Valid.class)) {
            validate(path, tree, value, findings);
        }
        if (!findings.isEmpty()) {
            throw refusal(findings);
        }
        return value;
    }

    private void validate(String path, JsonNode tree, Object value, List<Finding> findings) {
        Set<String> found = findings.stream().map(Finding::field).collect(Collectors.toSet());
        try {
            validator.validate(value, Locale.ENGLISH);
        } catch (ConstraintViolationException e) {
            e.violations().stream()
                    .map(violation -> finding(path, tree, violation))
                    .filter(finding -> found.stream().noneMatch(known -> isSameMatter(known, finding.field())))
                    .forEach(findings::add);
        }
    }

    /** Whether one of two paths leads through the other: what does not fit is left out and would be missed there. */
    private static boolean isSameMatter(String known, String field) {
        return field.startsWith(known) || known.startsWith(field + "[") || known.startsWith(field + ".");
    }

    private static Finding finding(String path, JsonNode tree, ConstraintViolation violation) {
        String field = path.isEmpty() ? violation.path() : path + "." + violation.path();
        return isAbsent(tree, violation.path())
                ? new Finding(Finding.Kind.MISSING, field, "is required")
                : new Finding(Finding.Kind.WRONG_VALUE, field, violation.message());
    }

    private static boolean isAbsent(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String step : PATH_STEP.split(path, -1)) {
            if (!step.isEmpty()) {
                node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            }
        }
        return node.isMissingNode();
    }

    private static ApiException refusal(List<Finding> findings) {
        Finding first =
                findings.stream().min(Comparator.comparing(Finding::kind)).orElseThrow();
        List<Violation> violations = findings.stream()
                .sorted(Comparator.comparing(Finding::field))
                .map(Finding::violation)
                .toList();
        return switch (first.kind()) {
            case UNKNOWN -> ErrorCode.INVALID_ATTRIBUTE.because(violations, first.field());
            case MISSING -> ErrorCode.MISSING_ATTRIBUTE.because(violations, first.field());
            case WRONG_TYPE -> ErrorCode.INVALID_JSON_ATTRIBUTE.because(violations, first.field());
            case WRONG_VALUE -> ErrorCode.VALIDATION_ERROR.because(violations, summary(violations));
        };
    }

    private static String summary(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.description())
                .collect(Collectors.joining("; "));
    }
}
