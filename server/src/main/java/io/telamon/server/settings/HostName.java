package io.telamon.server.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine. */
public final class HostName {

    private static final Path ON_LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The name, {@code localhost} where it cannot be told. On Linux nobody else is asked for it. */
    public static String get() {
        try {
            return Files.exists(ON_LINUX)
                    ? Files.readString(ON_LINUX).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
