package io.telamon.control.api;

import java.util.ArrayList;
import java.util.List;

/** The declared operations, in the order of their declaration. */
public final class Operations {

    private final List<Operation> declared = new ArrayList<>();

    /** Begins the declaration of an operation of the Atlas Administration API. */
    public OperationBuilder<Nothing> operation(String id) {
        return operation(id, Surface.ATLAS);
    }

    /** Begins the declaration of an operation of another surface. */
    public OperationBuilder<Nothing> operation(String id, Surface surface) {
        return new OperationBuilder<>(id, surface, declared::add);
    }

    /** All operations declared so far. */
    public List<Operation> all() {
        return List.copyOf(declared);
    }
}
