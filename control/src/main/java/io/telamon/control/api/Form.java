package io.telamon.control.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a body of type {@code application/x-www-form-urlencoded}.
 *
 * @param malformed whether the body is not percent-encoded UTF-8 without control characters, or has too many fields; there
 *     are no fields then
 */
public record Form(Map<String, List<String>> fields, boolean malformed) {

    static final Form MALFORMED = new Form(Map.of(), true);

    /** The one value of a field; nothing when it is absent, empty, or given more than once. */
    public Optional<String> value(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 && !values.getFirst().isEmpty() ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether a field was given more than once, which RFC 6749 section 3.2 forbids. */
    public boolean repeats(String name) {
        return fields.getOrDefault(name, List.of()).size() > 1;
    }
}
