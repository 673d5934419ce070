package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.error.CommandErrors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets a command leave between two documents that it reads when nobody waits for its result any more. A command that writes goes on to
 * its end, since half of it must not be stored.
 */
public final class Interruption {

    private static final ScopedValue<BooleanSupplier> LEAVING = ScopedValue.newInstance();

    private Interruption() {}

    /** Does work that leaves once that is true. */
    public static <T> T when(BooleanSupplier leaving, Supplier<T> work) {
        return ScopedValue.where(LEAVING, leaving).call(work::get);
    }

    /** Does work that does not leave. */
    static <T> T never(Supplier<T> work) {
        return when(Interruption::never, work);
    }

    private static boolean never() {
        return false;
    }

    /** Leaves, if that is wanted. */
    static void check() {
        if (LEAVING.orElse(Interruption::never).getAsBoolean()) {
            throw CommandErrors.interrupted();
        }
    }
}
