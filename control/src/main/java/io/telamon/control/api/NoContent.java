package io.telamon.control.api;

/** The answer that says only that it was done: an empty JSON object, or no body where the status is 204. */
public record NoContent() {

    /** The one value. */
    public static final NoContent DONE = new NoContent();
}
