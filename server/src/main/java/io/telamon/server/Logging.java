package io.telamon.server;

import io.telamon.server.settings.LogLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What the process logs: {@code logging.properties} beside this class, unless the operator names a file of their own. */
final class Logging {
    private static final String CHOSEN_FILE = "java.util.logging.config.file";

    private Logging() {}

    /** Kept, as the log manager would forget it and its level. */
    private static final Logger TELAMON = Logger.getLogger("io.telamon");

    /** Sets how much Telamon itself logs; libraries keep to their warnings. */
    static void level(LogLevel level) {
        if (System.getProperty(CHOSEN_FILE) == null) {
            TELAMON.setLevel(level.level());
        }
    }

    /**
     * Configures java.util.logging, through which every library here logs.
     *
     * <p>Does nothing when {@code -Djava.util.logging.config.file} is set: the JDK reads that file itself.
     */
    static void configure() {
        if (System.getProperty(CHOSEN_FILE) != null) {
            return;
        }
        try (var defaults = Logging.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(defaults);
        } catch (IOException e) {
            throw new UncheckedIOException("logging.properties cannot be read from the jar", e);
        }
    }
}
