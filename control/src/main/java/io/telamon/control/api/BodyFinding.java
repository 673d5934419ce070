package io.telamon.control.api;

/** A violation, and what kind of thing it is. Kinds stand in the order in which they name the whole error. */
record BodyFinding(Kind kind, String field, String description) {

    enum Kind {
        UNKNOWN,
        MISSING,
        WRONG_TYPE,
        WRONG_VALUE
    }

    Violation violation() {
        return new Violation(Excerpt.of(field), description);
    }
}
