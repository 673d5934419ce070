package io.telamon.control.api;

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

    /** A JSON array of objects, each bound to a record. */
    record JsonList<B>(Class<B> item) implements BodyType<java.util.List<B>> {}

    /** An HTML form, as OAuth 2.0 uses it. */
    record FormFields() implements BodyType<Form> {}
}
