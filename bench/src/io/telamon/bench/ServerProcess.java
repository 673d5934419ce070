package io.telamon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The process of the server under load, as Linux accounts for it under {@code /proc}. */
record ServerProcess(long pid) {

    /** Ticks that Linux counts in a second towards user space, on every machine that Java 25 runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** The CPU seconds that all its threads have used so far, in user and system mode. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_A_SECOND;
    }

    /** The resident memory in MiB: now ({@code VmRSS}) or at its highest ({@code VmHWM}). */
    double memory(String name) throws IOException {
        List<String> status = Files.readAllLines(proc("status"));
        return status.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("%s has no %s".formatted(proc("status"), name)));
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
