package io.telamon.server;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this Telamon, as the jar's manifest states it. */
final class Version implements IVersionProvider {

    /** {@code Telamon VERSION}; the version is {@code unpackaged} outside a jar. */
    static String name() {
        return "Telamon " + stated();
    }

    /** One line, {@code telamon VERSION (Java VERSION)}. */
    @Override
    public String[] getVersion() {
        return new String[] {"telamon %s (Java %s)".formatted(stated(), Runtime.version())};
    }

    private static String stated() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
