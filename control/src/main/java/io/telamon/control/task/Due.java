package io.telamon.control.task;

import java.time.Instant;

/** When a task is to be done. */
public sealed interface Due {

    /** Together with the change that asks for it. */
    record AtOnce() implements Due {}

    /** From this moment on. */
    record At(Instant moment) implements Due {}

    /** When somebody lets it go. */
    record WhenReleased() implements Due {}
}
