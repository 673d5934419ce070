package io.telamon.server;

import io.telamon.server.settings.Setting;
import io.telamon.server.settings.SettingTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The plain form of a {@code serve} command line, {@code --name value} and {@code --name=value}, each at most once. Read
 * without picocli, whose classes no AOT cache takes and which would be a third of the time to start.
 */
final class DirectOptions {

    private DirectOptions() {}

    /** The options after the command's name, or nothing when picocli has to look: for help, and for what is wrong. */
    static Optional<Map<String, String>> read(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("serve")) {
            return Optional.empty();
        }
        Set<String> known = options(setting -> true);
        Set<String> flags = options(Setting::isFlag);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            int sign = arguments[i].indexOf('=');
            String name = sign < 0 ? arguments[i] : arguments[i].substring(0, sign);
            boolean hasNext = i + 1 < arguments.length && !arguments[i + 1].startsWith("-");
            boolean flag = sign < 0 && !hasNext && flags.contains(name);
            if (!known.contains(name) || values.containsKey(name) || !(sign >= 0 || hasNext || flag)) {
                return Optional.empty();
            }
            values.put(name, flag ? "true" : sign >= 0 ? arguments[i].substring(sign + 1) : arguments[++i]);
        }
        return Optional.of(values);
    }

    private static Set<String> options(Predicate<Setting<?>> wanted) {
        Set<String> options = new HashSet<>();
        for (Setting<?> setting : SettingTable.ALL) {
            if (setting.onCommandLine() && wanted.test(setting)) {
                options.add(setting.option());
            }
        }
        return options;
    }
}
