package io.telamon.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** How long this process has been running. */
final class ProcessUptime {

    private static final Path SYSTEM = Path.of("/proc/uptime");
    private static final Path SELF = Path.of("/proc/self/stat");

    /** Position of the start time behind the process's name, in proc_pid_stat(5), and what it counts in a second. */
    private static final int START_TIME = 19;

    private static final double TICKS = 100;

    private ProcessUptime() {}

    /** The age, exact to some 10 ms where there is /proc, and to a second elsewhere. */
    static Duration get() {
        try {
            if (Boolean.getBoolean("telamon.built")) {
                return Duration.ofMillis(
                        ManagementFactory.getRuntimeMXBean().getUptime()); // the process is that of the build, too
            }
            return Files.exists(SELF) ? fromProc() : fromHandle();
        } catch (IOException | RuntimeException unreadable) {
            return fromHandle();
        }
    }

    private static Duration fromProc() throws IOException {
        String self = Files.readString(SELF);
        String[] afterName = self.substring(self.lastIndexOf(')') + 2).split(" ", -1);
        double started = Long.parseLong(afterName[START_TIME]) / TICKS;
        double now = Double.parseDouble(Files.readString(SYSTEM).split(" ", -1)[0]);
        return Duration.ofMillis(Math.round((now - started) * 1000));
    }

    private static Duration fromHandle() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
