package io.telamon.server;

import io.helidon.logging.common.spi.LoggingProvider;

/** Tells Helidon that logging is configured, by {@link Logging}; without it Helidon complains on standard error. */
public final class HelidonLogging implements LoggingProvider {
    @Override
    public void initialization() {}

    @Override
    public void runTime() {}
}
