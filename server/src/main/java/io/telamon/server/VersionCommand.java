package io.telamon.server;

import picocli.CommandLine.Command;

/** {@code telamon version}: the same line as {@code telamon --version}. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Runnable {
    @Override
    public void run() {
        for (String line : new Version().getVersion()) {
            System.out.println(line);
        }
    }
}
