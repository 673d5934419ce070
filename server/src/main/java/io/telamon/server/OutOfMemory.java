package io.telamon.server;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Ends the process when a thread ends because there is no memory. The virtual machine does that itself when the heap is exhausted
 * ({@code -XX:+ExitOnOutOfMemoryError}); this is for memory outside of the heap, of which Java code reports that there is none.
 */
final class OutOfMemory {

    /** The same as the virtual machine's own. */
    private static final int EXIT_CODE = 3;

    private OutOfMemory() {}

    /** From now on, for threads that have no handler of their own. */
    static void endsTheProcess() {
        UncaughtExceptionHandler otherwise = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(EXIT_CODE);
            } else if (otherwise != null) {
                otherwise.uncaughtException(thread, failure);
            } else {
                print(thread, failure);
            }
        });
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // as Java does without a handler
    private static void print(Thread thread, Throwable failure) {
        System.err.println("Exception in thread \"" + thread.getName() + "\"");
        failure.printStackTrace();
    }
}
