package io.telamon.control.api;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form that a JSON value must have to be bound to a Java type. It finds what is wrong, not the first thing only. */
sealed interface Shape {

    /**
     * Reports what keeps {@code node} from having this form, and removes from objects what cannot be bound.
     *
     * @return whether the rest can be bound
     */
    boolean check(String path, JsonNode node, Findings findings);

    /** The form of a type: a record, a list, a map of texts to others, an enumeration, a scalar, or free JSON. */
    static Shape of(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> new Items(of(list.getActualTypeArguments()[0]));
            case ParameterizedType map
            when map.getRawType() == Map.class && map.getActualTypeArguments()[0] == String.class ->
                new Entries(of(map.getActualTypeArguments()[1]));
            case Class<?> object when object.isRecord() -> Attributes.of(object);
            case Class<?> constants when constants.isEnum() -> Constant.of(constants);
            case Class<?> text when text == String.class -> new Characters(false);
            case Class<?> scalar -> Scalar.of(scalar);
            default -> throw new IllegalArgumentException("no JSON form for " + type);
        };
    }

    /** An object with known attributes. */
    record Attributes(Map<String, Shape> known, Set<String> ignored) implements Shape {

        static Attributes of(Class<?> type) {
            Map<String, Shape> known = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                requireValidated(type, component);
                known.put(component.getName(), of(component));
            }
            Set<String> ignored = new HashSet<>(Set.of("links"));
            ReadOnly readOnly = type.getAnnotation(ReadOnly.class);
            if (readOnly != null) {
                ignored.addAll(Arrays.asList(readOnly.value()));
            }
            known.keySet().removeAll(ignored);
            return new Attributes(known, ignored);
        }

        private static Shape of(RecordComponent component) {
            return component.isAnnotationPresent(FreeText.class)
                    ? new Characters(true)
                    : Shape.of(component.getGenericType());
        }

        private static void requireValidated(Class<?> type, RecordComponent component) {
            boolean constrained = Arrays.stream(component.getAnnotatedType().getAnnotations())
                    .anyMatch(constraint -> constraint.annotationType().isAnnotationPresent(Constraint.class));
            if (constrained && !type.isAnnotationPresent(Valid.class)) {
                throw new IllegalArgumentException(type + " has constraints, but is not annotated as @Valid");
            }
        }

        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (!(node instanceof ObjectNode object)) {
                findings.add(BodyFinding.Kind.WRONG_TYPE, path, "must be an object");
                return false;
            }
            for (String name : List.copyOf(object.propertyNames())) {
                if (findings.isFull()) {
                    return false;
                }
                if (!checkAttribute(path.isEmpty() ? name : path + "." + name, name, object.get(name), findings)) {
                    object.remove(name);
                }
            }
            return true;
        }

        private boolean checkAttribute(String path, String name, JsonNode value, Findings findings) {
            Shape shape = known.get(name);
            if (shape == null && !ignored.contains(name)) {
                findings.add(BodyFinding.Kind.UNKNOWN, path, "is not an attribute that can be set here");
            }
            return shape != null && !value.isNull() && shape.check(path, value, findings);
        }
    }

    /** An array. */
    record Items(Shape item) implements Shape {
        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (!node.isArray()) {
                findings.add(BodyFinding.Kind.WRONG_TYPE, path, "must be an array");
                return false;
            }
            boolean bindable = true;
            for (int i = 0; i < node.size() && !findings.isFull(); i++) {
                bindable &= item.check(path + "[" + i + "]", node.get(i), findings);
            }
            return bindable;
        }
    }

    /** An object whose attributes have any names and values of one form, as regions have by their names. */
    record Entries(Shape value) implements Shape {
        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (!(node instanceof ObjectNode object)) {
                findings.add(BodyFinding.Kind.WRONG_TYPE, path, "must be an object");
                return false;
            }
            boolean bindable = true;
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String field = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                bindable &= !findings.isFull() && value.check(field, entry.getValue(), findings);
            }
            return bindable;
        }
    }

    /**
     * One of some strings.
     *
     * @param refusal what is said of another string
     */
    record Constant(Set<String> names, String refusal) implements Shape {
        static Constant of(Class<?> type) {
            Set<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            // Clients look for the first two words of the refusal of a role.
            String beginning = type == Role.class ? "Invalid role: " : "";
            return new Constant(names, beginning + "must be one of " + String.join(", ", names));
        }

        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (node.isString() && names.contains(node.stringValue())) {
                return true;
            }
            if (node.isString()) {
                findings.add(BodyFinding.Kind.WRONG_VALUE, path, refusal);
            } else {
                findings.add(BodyFinding.Kind.WRONG_TYPE, path, "must be a string");
            }
            return false;
        }
    }

    /**
     * A text.
     *
     * @param lines whether it may have several lines and tabs
     */
    record Characters(boolean lines) implements Shape {
        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (!node.isString()) {
                findings.add(BodyFinding.Kind.WRONG_TYPE, path, "must be a string");
                return false;
            }
            String text = node.stringValue();
            if (lines ? ControlCharacters.areInLines(text) : ControlCharacters.areIn(text)) {
                findings.add(BodyFinding.Kind.WRONG_VALUE, path, "must not have control characters");
                return false;
            }
            return true;
        }
    }

    /** A number, boolean or timestamp. */
    record Scalar(String expectation, Predicate<JsonNode> fits) implements Shape {

        private static final Map<Class<?>, Scalar> ALL = Map.ofEntries(
                Map.entry(Boolean.class, new Scalar("must be true or false", JsonNode::isBoolean)),
                Map.entry(Integer.class, new Scalar("must be a whole number", JsonNode::canConvertToInt)),
                Map.entry(Long.class, new Scalar("must be a whole number", JsonNode::canConvertToLong)),
                Map.entry(Double.class, new Scalar("must be a number", JsonNode::isNumber)),
                Map.entry(
                        Instant.class,
                        new Scalar("must be an ISO 8601 date, with or without a time", Scalar::isTimestamp)),
                Map.entry(JsonNode.class, new Scalar("must be JSON", node -> true)));

        static Scalar of(Class<?> type) {
            Scalar scalar = ALL.get(type);
            if (scalar == null) {
                throw new IllegalArgumentException("no JSON form for " + type);
            }
            return scalar;
        }

        @Override
        public boolean check(String path, JsonNode node, Findings findings) {
            if (fits.test(node)) {
                return true;
            }
            findings.add(BodyFinding.Kind.WRONG_TYPE, path, expectation);
            return false;
        }

        private static boolean isTimestamp(JsonNode node) {
            return node.isString() && Timestamps.parse(node.stringValue()).isPresent();
        }
    }
}
