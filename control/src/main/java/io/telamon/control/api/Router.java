package io.telamon.control.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a method and path. Built once, read by every request. */
final class Router {

    private final Node root = new Node();

    Router(Iterable<Operation> operations) {
        operations.forEach(this::add);
    }

    /** What a path leads to. */
    sealed interface Route {

        /** An operation, with the values of its path parameters. */
        record Found(Operation operation, Map<String, String> parameters) implements Route {}

        /** A path that has operations, but none of this method. */
        record OtherMethods() implements Route {}

        /** A path without operations. */
        record Unknown() implements Route {}
    }

    Route route(Optional<Method> method, String rawPath) {
        Map<String, String> parameters = new HashMap<>(8);
        Optional<Node> leaf = root.find(segments(rawPath), 0, parameters);
        if (leaf.isEmpty() || leaf.get().operations.isEmpty()) {
            return new Route.Unknown();
        }
        return method.flatMap(m -> Optional.ofNullable(leaf.get().operations.get(m)))
                .<Route>map(operation -> new Route.Found(operation, parameters))
                .orElseGet(Route.OtherMethods::new);
    }

    private void add(Operation operation) {
        Node node = root;
        for (PathTemplate.Segment segment : operation.fullPath().segments()) {
            node = node.child(segment);
        }
        if (node.operations.put(operation.method(), operation) != null) {
            throw new IllegalStateException("two operations at " + operation.method() + " " + operation.fullPath());
        }
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>(8);
        for (String segment : rawPath.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decode(segment));
            }
        }
        return segments;
    }

    private static String decode(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<PathTemplate.Segment.Parameter, Node> parameters = new HashMap<>();
        private final Map<Method, Operation> operations = new EnumMap<>(Method.class);

        Node child(PathTemplate.Segment segment) {
            return switch (segment) {
                case PathTemplate.Segment.Literal literal ->
                    literals.computeIfAbsent(literal.text(), text -> new Node());
                case PathTemplate.Segment.Parameter parameter ->
                    parameters.computeIfAbsent(parameter, name -> new Node());
            };
        }

        Optional<Node> find(List<String> segments, int index, Map<String, String> values) {
            if (index == segments.size()) {
                return Optional.of(this);
            }
            Node literal = literals.get(segments.get(index));
            if (literal != null) {
                Optional<Node> found = literal.find(segments, index + 1, values);
                if (found.isPresent()) {
                    return found;
                }
            }
            return findByParameter(segments, index, values);
        }

        private Optional<Node> findByParameter(List<String> segments, int index, Map<String, String> values) {
            String text = segments.get(index);
            Optional<Node> plain = Optional.empty();
            for (var entry : parameters.entrySet()) {
                String verb = entry.getKey().verb();
                if (text.length() <= verb.length() || !text.endsWith(verb) || (verb.isEmpty() && plain.isPresent())) {
                    continue;
                }
                Optional<Node> found = entry.getValue().find(segments, index + 1, values);
                if (found.isPresent() && !found.get().operations.isEmpty()) {
                    values.put(entry.getKey().name(), text.substring(0, text.length() - verb.length()));
                    if (!verb.isEmpty()) {
                        return found;
                    }
                    plain = found;
                }
            }
            return plain;
        }
    }
}
