package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogFormatterTest {

    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
    private static final String FORGED =
            "x\r\n2026-11-26T09:09:09.000+0000 SEVERE  io.telamon: forged\0\u001b[2J\u2028\u202e\ud800";

    @Test
    void writesAnEntryInOneLine() {
        LogRecord entry = new LogRecord(Level.WARNING, "{0} is gone é😀");
        entry.setLoggerName("io.telamon.control");
        entry.setParameters(new Object[] {"file"});
        entry.setInstant(Instant.parse("2026-03-01T12:00:00.012Z"));

        assertThat(new LogFormatter().format(entry))
                .matches(
                        "2026-03-01T\\d\\d:\\d\\d:00\\.012[+-]\\d{4} WARNING io\\.telamon\\.control: file is gone é😀\\R");
    }

    @Test
    void escapesWhatCouldMakeALineOfItsOwn() {
        LogRecord entry = new LogRecord(Level.SEVERE, FORGED);
        entry.setLoggerName(FORGED);
        Exception failure = new IllegalStateException(FORGED, new IOException(FORGED));
        failure.addSuppressed(new IOException(FORGED));
        entry.setThrown(failure);

        String text = new LogFormatter().format(entry);

        assertOneEntry(text);
        assertThat(text).contains("\\u000d\\u000a2026", "\\u0000\\u001b[2J\\u2028\\u202e\\ud800");
        assertThat(text.chars().filter(c -> c != '\n' && c != '\t')).noneMatch(Character::isISOControl);
    }

    @Test
    void endsWithExceptionsThatCauseEachOther() {
        Exception one = new IOException("one");
        Exception two = new IOException("two", one);
        one.initCause(two);
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        entry.setThrown(one);

        assertThat(new LogFormatter().format(entry)).containsOnlyOnce("Caused by: java.io.IOException: two");
    }

    @Test
    void isWhatTheServerLogsWith() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forger.class.getName())
                .start();
        String log = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertOneEntry(log);
        assertThat(log).contains("forged");
    }

    private static void assertOneEntry(String text) {
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).matches(ENTRY);
        assertThat(lines.subList(1, lines.size()))
                .noneMatch(line -> ENTRY.matcher(line).matches());
    }

    /** Logs as the server does, in a process of its own. */
    static final class Forger {

        private Forger() {}

        public static void main(String[] arguments) {
            Logging.configure();
            LoggerFactory.getLogger("io.telamon.control.access").error(FORGED, new IllegalStateException(FORGED));
        }
    }
}
