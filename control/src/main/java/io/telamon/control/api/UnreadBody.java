package io.telamon.control.api;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A JSON body that is well-formed and not yet looked at. An operation takes one where something else decides first what a body may
 * be, such as the kind of the resource that the path names.
 *
 * @param <B> the record that it is bound to
 */
public final class UnreadBody<B> {

    private final JsonNode tree;
    private final Supplier<B> binding;

    UnreadBody(JsonNode tree, Supplier<B> binding) {
        this.tree = tree;
        this.binding = binding;
    }

    /** The body as it came, of any JSON type. */
    public JsonNode tree() {
        return tree;
    }

    /**
     * Binds the body to the record of the version in which the client asks, and validates it.
     *
     * @throws ApiException what bodies are refused with, {@link ErrorCode#NOT_IMPLEMENTED} in a version without a record
     */
    public B read() {
        return binding.get();
    }
}
