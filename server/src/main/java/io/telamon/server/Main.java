package io.telamon.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code telamon} command. */
@Command(
        name = "telamon",
        description = "The Atlas Administration API, self-hosted.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {CommandLine.HelpCommand.class, VersionCommand.class})
final class Main implements Runnable {
    private final CommandLine commandLine = new CommandLine(this);

    public static void main(String[] arguments) {
        Logging.configure();
        System.exit(new Main().commandLine.execute(arguments));
    }

    /** Without a subcommand, shows the help. */
    @Override
    public void run() {
        commandLine.usage(System.out);
    }
}
