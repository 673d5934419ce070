package io.telamon.control.api;

/** The answer that says only that it was done: an empty JSON object, or no body where the status is 204. */
public record Nothing() {

    /** The one value. */
    public static final Nothing DONE = new Nothing();
}
