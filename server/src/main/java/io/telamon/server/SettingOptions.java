package io.telamon.server;

import io.telamon.server.settings.Setting;
import io.telamon.server.settings.SettingTable;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The declared settings as options of a command. */
final class SettingOptions {

    private SettingOptions() {}

    /** Adds an option for each setting that the command line takes. */
    static void addTo(CommandSpec command) {
        SettingTable.ALL.stream()
                .filter(Setting::onCommandLine)
                .map(SettingOptions::option)
                .forEach(command::addOption);
    }

    /** What an option such as {@code --port} was given. */
    static Optional<String> valueOf(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOption(option)).map(matched -> matched.<String>getValue());
    }

    private static OptionSpec option(Setting<?> setting) {
        return OptionSpec.builder(setting.option())
                .arity(setting.isFlag() ? "0..1" : "1")
                .fallbackValue(setting.isFlag() ? "true" : null)
                .type(String.class)
                .paramLabel(setting.label())
                .description(setting.description().replace("%", "%%") + " " + otherwise(setting))
                .build();
    }

    private static String otherwise(Setting<?> setting) {
        return setting.initial()
                .map(value -> "Default: " + value + ".")
                .orElseGet(() -> setting.unset().equals("none") ? "" : "Without it: " + setting.unset() + ".");
    }
}
