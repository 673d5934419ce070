package io.telamon.control.api;

import java.util.Arrays;
import java.util.List;

/**
 * The path of an operation below its base, for example {@code /groups/{groupId}/serviceAccounts/{clientId}:invite}. A
 * segment is a literal, or a parameter in braces that a verb may follow.
 */
public record PathTemplate(String text) {

    public PathTemplate {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + text);
        }
    }

    List<Segment> segments() {
        return Arrays.stream(text.substring(1).split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(PathTemplate::segment)
                .toList();
    }

    /** The names of the parameters, in the order of the path. */
    List<String> names() {
        return segments().stream()
                .filter(Segment.Parameter.class::isInstance)
                .map(segment -> ((Segment.Parameter) segment).name())
                .toList();
    }

    private static Segment segment(String text) {
        int close = text.indexOf('}');
        return text.startsWith("{") && close > 0
                ? new Segment.Parameter(text.substring(1, close), text.substring(close + 1))
                : new Segment.Literal(text);
    }

    /** One segment of a path. */
    sealed interface Segment {

        /** A segment that stands for itself. */
        record Literal(String text) implements Segment {}

        /** A segment that names something; {@code verb} is what must follow the value, with its colon, or empty. */
        record Parameter(String name, String verb) implements Segment {}
    }
}
