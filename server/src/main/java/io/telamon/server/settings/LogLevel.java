package io.telamon.server.settings;

import java.util.logging.Level;

/** How much is logged. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG;

    /** The level in java.util.logging. */
    public Level level() {
        return switch (this) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }
}
