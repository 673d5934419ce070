package io.telamon.control.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The query of a URL, checked against the parameters that the operation takes. */
public final class Query {

    private static final int MOST_ITEMS = 500;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a raw query.
     *
     * @throws ApiException {@link ErrorCode#INVALID_QUERY_PARAMETER} for a parameter that the operation does not take, or
     *     a value that is not of its kind, is malformed or has control characters
     */
    static Query parse(String rawQuery, Map<String, QueryParameter> known) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                check(known.get(name), name, value);
                values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
            }
        }
        return new Query(values);
    }

    /** The last value of the parameter; an empty one counts as none. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast).filter(value -> !value.isEmpty());
    }

    /** All values of the parameter. */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The value of a boolean parameter. */
    public boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** The value of a timestamp parameter. */
    public Optional<Instant> timestamp(String name) {
        return text(name).flatMap(Timestamps::parse);
    }

    /** The value of a parameter that is a number. */
    public Optional<Long> number(String name) {
        return text(name).map(Long::parseLong);
    }

    PageRequest page(boolean countedByDefault) {
        return new PageRequest(
                number("pageNum", 1), number("itemsPerPage", 100), flag("includeCount", countedByDefault));
    }

    /** Every parameter as sent, sorted by name. */
    Map<String, List<String>> all() {
        return values;
    }

    private int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    private static void check(@org.jspecify.annotations.Nullable QueryParameter parameter, String name, String value) {
        if (parameter == null || (!value.isEmpty() && !isOfKind(parameter, value))) {
            throw ErrorCode.INVALID_QUERY_PARAMETER.about(name);
        }
    }

    private static boolean isOfKind(QueryParameter parameter, String value) {
        return switch (parameter.kind()) {
            case TEXT -> true;
            case BOOLEAN -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case NUMBER -> isNumber(value, parameter.name().equals("itemsPerPage") ? MOST_ITEMS : Integer.MAX_VALUE);
            case LONG -> isLong(value);
            case TIMESTAMP -> Timestamps.parse(value).isPresent();
        };
    }

    private static boolean isNumber(String value, int most) {
        try {
            int number = Integer.parseInt(value);
            return number >= 1 && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isLong(String value) {
        try {
            return Long.parseLong(value) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String decode(String text) {
        return PercentEncoding.decodeForm(text).orElseThrow(() -> ErrorCode.INVALID_QUERY_PARAMETER.about(text));
    }
}
