package io.telamon.server.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings on the command line. */
final class CommandLineSource {

    private CommandLineSource() {}

    /** What the options give; {@code valueOf} answers for an option such as {@code --port}. */
    static Map<Setting<?>, Given> read(Function<String, Optional<String>> valueOf) {
        Map<Setting<?>, Given> given = new LinkedHashMap<>();
        for (Setting<?> setting : SettingTable.ALL) {
            valueOf.apply(setting.option())
                    .ifPresent(text -> given.put(setting, new Given(text, setting.option() + " on the command line")));
        }
        return given;
    }
}
