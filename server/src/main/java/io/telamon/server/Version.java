package io.telamon.server;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this Telamon, as the jar's manifest states it. */
final class Version implements IVersionProvider {
    /** One line, {@code telamon VERSION (Java VERSION)}; the version is {@code unpackaged} outside a jar. */
    @Override
    public String[] getVersion() {
        var stated = Version.class.getPackage().getImplementationVersion();
        var telamon = Objects.requireNonNullElse(stated, "unpackaged");
        return new String[] {"telamon %s (Java %s)".formatted(telamon, Runtime.version())};
    }
}
