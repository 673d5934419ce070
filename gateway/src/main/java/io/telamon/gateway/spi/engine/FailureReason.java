package io.telamon.gateway.spi.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** Why something failed, in one line of the log: for failures that are expected and whose stack traces tell nothing. */
public final class FailureReason {

    private static final int MOST_CAUSES = 8;

    private FailureReason() {}

    /** The messages of a failure and its causes, outermost first, each once. */
    public static String of(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        Throwable cause = failure;
        for (int causes = 0; cause != null && causes < MOST_CAUSES; causes++) {
            messages.add(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
            cause = cause.getCause();
        }
        return String.join(": ", messages);
    }
}
