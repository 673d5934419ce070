package io.telamon.server;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Formats log entries: time, level, logger and message in one line, and the stack trace in lines that begin with a tab or
 * with {@code Caused by} or {@code Suppressed}. What requests bring into messages cannot make a line of its own: control
 * characters and line separators are escaped, in the messages of exceptions too.
 */
public final class LogFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    /** Causes and suppressed exceptions that are followed, one within the other. */
    private static final int DEEPEST = 20;

    /** A formatter, as {@code java.util.logging} makes it from its configuration. */
    public LogFormatter() {}

    @Override
    public String format(LogRecord entry) {
        StringBuilder text = new StringBuilder(160);
        text.append(TIME.format(ZonedDateTime.ofInstant(entry.getInstant(), ZoneId.systemDefault())));
        text.append(' ')
                .append(String.format(Locale.ROOT, "%-7s", entry.getLevel().getName()))
                .append(' ');
        appendEscaped(text, entry.getLoggerName());
        text.append(": ");
        appendEscaped(text, formatMessage(entry));
        text.append(System.lineSeparator());
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            append(text, "", thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String caption, Throwable thrown, Set<Throwable> told) {
        text.append(caption);
        appendEscaped(text, thrown.toString());
        text.append(System.lineSeparator());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            text.append("\tat ");
            appendEscaped(text, frame.toString());
            text.append(System.lineSeparator());
        }
        if (told.add(thrown) && told.size() < DEEPEST) {
            for (Throwable suppressed : thrown.getSuppressed()) {
                append(text, "Suppressed: ", suppressed, told);
            }
            Throwable cause = thrown.getCause();
            if (cause != null && !told.contains(cause)) {
                append(text, "Caused by: ", cause, told);
            }
        }
    }

    private static void appendEscaped(StringBuilder text, @Nullable String message) {
        if (message == null) {
            text.append("null");
            return;
        }
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (isEscaped(message, i)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
    }

    /** Control and format characters, line and paragraph separators, and surrogates without their other half. */
    private static boolean isEscaped(String message, int i) {
        char c = message.charAt(i);
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE -> !isPaired(message, i);
            default -> false;
        };
    }

    private static boolean isPaired(String message, int i) {
        char c = message.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < message.length() && Character.isLowSurrogate(message.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(message.charAt(i - 1));
    }
}
