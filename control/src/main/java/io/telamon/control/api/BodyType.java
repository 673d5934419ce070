package io.telamon.control.api;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What body an operation takes.
 *
 * @param <B> the type that the handler gets
 */
public sealed interface BodyType<B> {

    /** None; one that is sent along is not looked at. */
    record None() implements BodyType<NoContent> {}

    /** A JSON object, bound to a record. */
    record Json<B>(Class<B> type) implements BodyType<B> {}

    /**
     * A JSON object, bound to the record of the version in which the client asks.
     *
     * @param types the record by the first version that takes it. Versions before the first of them are not served.
     */
    record Versioned<B>(NavigableMap<ResourceVersion, Class<? extends B>> types) implements BodyType<B> {

        /** Keeps a copy. */
        public Versioned {
            types = Collections.unmodifiableNavigableMap(new TreeMap<>(types));
        }

        /** The record that bodies of a version are bound to. */
        Optional<Class<? extends B>> of(ResourceVersion version) {
            return Optional.ofNullable(types.floorEntry(version)).map(Map.Entry::getValue);
        }
    }

    /** A JSON value that the handler has bound when it knows what it must be. */
    record Deferred<B>(Versioned<B> versions) implements BodyType<UnreadBody<B>> {}

    /** A JSON array of objects, each bound to a record. */
    record JsonList<B>(Class<B> item) implements BodyType<java.util.List<B>> {}

    /** An HTML form, as OAuth 2.0 uses it. */
    record FormFields() implements BodyType<Form> {}
}
