package io.telamon.server;

import io.telamon.server.settings.Similar;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code telamon} command. */
@Command(
        name = "telamon",
        description = "The Atlas Administration API, self-hosted.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        usageHelpWidth = 100,
        footerHeading = "%n",
        footer = {
            "Begin with: telamon serve",
            "It prints how to point curl, the Atlas CLI, Terraform and an SDK at it.",
            "",
            "From a source tree, the launcher ./telamon has further commands, for those who work on it:",
            "  build   compiles, packages and makes the AOT cache",
            "  test    runs every test, or those named: test FlexOperationsTest",
            "  mvn     runs Maven with the JDK that Telamon needs",
            "  clients runs real clients against a server (needs Go or Node)",
            "  bench   runs the benchmarks"
        })
final class Main implements Runnable {
    private final CommandLine commandLine = new CommandLine(this);

    private Main() {
        commandLine
                .addSubcommand("serve", ServeCommand.commandLine())
                .addSubcommand("version", new VersionCommand())
                .addSubcommand("warmup", new WarmupCommand())
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::fail);
    }

    public static void main(String[] arguments) throws InterruptedException {
        OutOfMemory.endsTheProcess();
        SocketPollers.choose();
        Logging.configure();
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException {
        var direct = DirectOptions.read(arguments);
        return direct.isPresent()
                ? ServerMain.run(option -> Optional.ofNullable(direct.get().get(option)), System.err::println)
                : new Main().commandLine.execute(arguments);
    }

    /** Without a subcommand, shows the help. */
    @Override
    public void run() {
        commandLine.usage(System.out);
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("telamon: " + firstLetterSmall(String.valueOf(wrong.getMessage())));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            suggestion(unmatched).ifPresent(line.getErr()::println);
        }
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    /** The option or command that was probably meant, when a name is near one. */
    private static Optional<String> suggestion(UnmatchedArgumentException wrong) {
        var known = wrong.getCommandLine().getCommandSpec();
        String name = wrong.getUnmatched().getFirst().split("=", 2)[0];
        return Similar.to(
                        name,
                        name.startsWith("-")
                                ? known.optionsMap().keySet()
                                : known.subcommands().keySet())
                .map(near -> "Did you mean " + near + "?");
    }

    private static int fail(Exception failure, CommandLine line, ParseResult parsed) {
        LoggerFactory.getLogger(Main.class).error("telamon failed", failure);
        return ExitCode.SOFTWARE;
    }

    private static String firstLetterSmall(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
