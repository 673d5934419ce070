package io.telamon.control.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the operation of a method and path. Built once, read by every request. */
final class Router {

    private final Node root = new Node();

    Router(Iterable<Operation> operations) {
        for (Operation operation : operations) {
            add(operation);
            FirstVersion.of(operation).forEach(this::add);
        }
    }

    /** What a path leads to. */
    sealed interface Route {

        /** An operation, with the values of its path parameters. */
        record Found(Operation operation, Map<String, String> parameters) implements Route {}

        /**
         * A path that has operations, but none of this method.
         *
         * @param open whether none of them needs credentials
         * @param allowed the methods that they have
         */
        record OtherMethods(boolean open, Set<Method> allowed) implements Route {}

        /** A path that is not percent-encoded UTF-8, or has control characters. */
        record Malformed() implements Route {}

        /** A path without operations. */
        record Unknown() implements Route {}
    }

    Route route(Optional<Method> method, String rawPath) {
        Optional<List<String>> segments = segments(rawPath);
        if (segments.isEmpty()) {
            return new Route.Malformed();
        }
        return route(method, segments.get());
    }

    private Route route(Optional<Method> method, List<String> segments) {
        List<String> values = new ArrayList<>(4);
        Optional<Leaf> found = method.flatMap(asked -> root.find(segments, 0, values, node -> node.leaf(asked)));
        return found.<Route>map(leaf -> new Route.Found(leaf.operation(), leaf.named(values)))
                .orElseGet(() -> withoutMethod(segments));
    }

    /** Paths of several operations may match: a literal segment in one, a parameter in another. */
    private Route withoutMethod(List<String> segments) {
        List<Leaf> others = new ArrayList<>();
        root.find(segments, 0, new ArrayList<>(4), node -> {
            others.addAll(node.leaves.values());
            return Optional.empty();
        });
        return others.isEmpty() ? new Route.Unknown() : otherMethods(others);
    }

    private static Route otherMethods(List<Leaf> others) {
        return new Route.OtherMethods(
                others.stream().allMatch(leaf -> leaf.operation().requirement() instanceof Requirement.Nothing),
                others.stream()
                        .map(leaf -> leaf.operation().method())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class))));
    }

    private void add(Operation operation) {
        Node node = root;
        List<String> names = new ArrayList<>(4);
        for (PathTemplate.Segment segment : operation.fullPath().segments()) {
            node = node.child(segment);
            if (segment instanceof PathTemplate.Segment.Parameter parameter) {
                names.add(parameter.name());
            }
        }
        if (node.leaves.put(operation.method(), new Leaf(operation, List.copyOf(names))) != null) {
            throw new IllegalStateException("two operations at " + operation.method() + " " + operation.fullPath());
        }
    }

    /**
     * The decoded segments (RFC 3986, section 3.3); nothing when one of them is malformed. Slashes at the beginning and
     * one at the end are left out, as clients put them between the parts of an address; an empty segment in between is one.
     */
    private static Optional<List<String>> segments(String rawPath) {
        List<String> segments = new ArrayList<>(8);
        for (String raw : rawPath.split("/", -1)) {
            if (!raw.isEmpty() || !segments.isEmpty()) {
                Optional<String> segment = raw.indexOf('#') < 0 ? PercentEncoding.decode(raw) : Optional.empty();
                if (segment.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(segment.get());
            }
        }
        if (!segments.isEmpty() && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return Optional.of(segments);
    }

    /** An operation, and the names of its path parameters in the order of the path. */
    private record Leaf(Operation operation, List<String> names) {

        Map<String, String> named(List<String> values) {
            Map<String, String> parameters = new HashMap<>(8);
            for (int i = 0; i < names.size(); i++) {
                parameters.put(names.get(i), values.get(i));
            }
            return parameters;
        }
    }

    /** A place in the tree of paths. Operations may name the same parameter differently, so names are no part of it. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Node> byVerb = new TreeMap<>(Comparator.reverseOrder());
        private final Map<Method, Leaf> leaves = new EnumMap<>(Method.class);

        Optional<Leaf> leaf(Method method) {
            return Optional.ofNullable(leaves.get(method));
        }

        Node child(PathTemplate.Segment segment) {
            return switch (segment) {
                case PathTemplate.Segment.Literal literal ->
                    literals.computeIfAbsent(literal.text(), text -> new Node());
                case PathTemplate.Segment.Parameter parameter ->
                    byVerb.computeIfAbsent(parameter.verb(), verb -> new Node());
            };
        }

        /** Finds the leaf that is wanted, literals before parameters, those with a verb before those without. */
        Optional<Leaf> find(
                List<String> segments, int index, List<String> values, Function<Node, Optional<Leaf>> wanted) {
            if (index == segments.size()) {
                return wanted.apply(this);
            }
            Node literal = literals.get(segments.get(index));
            if (literal != null) {
                Optional<Leaf> found = literal.find(segments, index + 1, values, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
            return findByParameter(segments, index, values, wanted);
        }

        private Optional<Leaf> findByParameter(
                List<String> segments, int index, List<String> values, Function<Node, Optional<Leaf>> wanted) {
            String text = segments.get(index);
            for (var entry : byVerb.entrySet()) {
                String verb = entry.getKey();
                if (text.length() > verb.length() && text.endsWith(verb)) {
                    values.add(text.substring(0, text.length() - verb.length()));
                    Optional<Leaf> found = entry.getValue().find(segments, index + 1, values, wanted);
                    if (found.isPresent()) {
                        return found;
                    }
                    values.removeLast();
                }
            }
            return Optional.empty();
        }
    }
}
