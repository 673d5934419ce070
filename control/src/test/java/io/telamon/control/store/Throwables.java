package io.telamon.control.store;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Reads what a log would show of an exception. */
final class Throwables {

    private Throwables() {}

    /** The messages of the exception, its causes and those that they suppress, with stack traces. */
    static String messages(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
