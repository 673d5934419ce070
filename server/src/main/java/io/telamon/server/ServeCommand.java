package io.telamon.server;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code telamon serve}: runs the server until the process is told to stop. */
@Command(
        name = "serve",
        description = "Starts the server and prints how to use it.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%n",
        usageHelpWidth = 100,
        customSynopsis = "telamon serve [OPTIONS]",
        footer = {
            "Each option can also be set in the environment, as TELAMON_ and its name in capitals with",
            "underscores (TELAMON_DATA_DIR), and in the YAML file, by its name (data-dir). The command line is",
            "stronger than the environment, the environment than the file. The master key and the credentials",
            "of the first start can be set there only; docs/configuration.md lists everything.",
            "",
            "Examples:",
            "  telamon serve                                     keeps everything in ./data",
            "  telamon serve --port 0 --data-dir \"$(mktemp -d)\"  a free port, an empty folder: for a test",
            "  telamon serve --pace cloud --rate-limits enforce  as slow and as strict as the cloud",
            "  telamon serve --tls auto --address 0.0.0.0 --advertise box.example.com",
            "                                                    https, for other machines",
            "  telamon serve --calendar sunset                   serverless as it ended",
            "",
            "It stops within five seconds of SIGTERM or Ctrl-C, after answering what it has begun, with exit",
            "code 0. Exit code 1: it could not start. Exit code 2: a setting is wrong."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec command;

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ServeCommand());
        SettingOptions.addTo(line.getCommandSpec());
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        var parsed = command.commandLine().getParseResult();
        return ServerMain.run(
                option -> SettingOptions.valueOf(parsed, option),
                command.commandLine().getErr()::println);
    }
}
