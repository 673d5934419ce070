package io.telamon.control.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with one body, up to a bound. Who looks for more can stop when it is full. */
final class Findings {

    /** Findings that one answer tells at most. */
    static final int MOST = 50;

    private final List<BodyFinding> all = new ArrayList<>();

    /** Takes a finding in; ignored when it is full. */
    void add(BodyFinding.Kind kind, String field, String description) {
        if (!isFull()) {
            all.add(new BodyFinding(kind, field, description));
        }
    }

    void addAll(Findings others) {
        all.addAll(others.all);
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a finding is about the field, something within it, or something that it is within. */
    boolean concern(String field) {
        return all.stream().anyMatch(known -> isWithin(field, known.field()) || isWithin(known.field(), field));
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.startsWith(outer)
                && (inner.length() == outer.length()
                        || outer.isEmpty()
                        || inner.charAt(outer.length()) == '.'
                        || inner.charAt(outer.length()) == '[');
    }

    /** The refusal that tells them all. The worst kind names the error. */
    ApiException refusal() {
        BodyFinding first =
                all.stream().min(Comparator.comparing(BodyFinding::kind)).orElseThrow();
        List<Violation> violations = all.stream()
                .sorted(Comparator.comparing(BodyFinding::field))
                .map(BodyFinding::violation)
                .toList();
        return switch (first.kind()) {
            case UNKNOWN -> ErrorCode.INVALID_ATTRIBUTE.because(violations, first.field());
            case MISSING ->
                ErrorCode.MISSING_ATTRIBUTE.because(
                        violations, first.violation().attribute());
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
