package io.telamon.server.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings in the environment: variables that begin with {@code TELAMON_}. An empty one counts as none. */
final class EnvironmentSource {

    private static final String PREFIX = "TELAMON_";

    /** The launcher's own variable, and one that credentials.env has for clients. */
    private static final Set<String> OF_OTHERS = Set.of(
            "TELAMON_JAVA_OPTS",
            "TELAMON_CA_FILE",
            "TELAMON_TEST_POSTGRESQL",
            "TELAMON_TEST_FERRETDB",
            "TELAMON_RECORDINGS",
            "TELAMON_REFERENCE",
            "TELAMON_DRIVERS");

    private static final Map<String, Setting<?>> BY_VARIABLE =
            SettingTable.ALL.stream().collect(Collectors.toMap(Setting::variable, Function.identity()));

    private EnvironmentSource() {}

    static Map<Setting<?>, Given> read(Map<String, String> environment) {
        Map<Setting<?>, Given> given = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !OF_OTHERS.contains(name)) {
                Setting<?> setting = setting(name);
                if (!value.isBlank()) {
                    given.put(setting, new Given(value, name + " in the environment"));
                }
            }
        });
        return given;
    }

    private static Setting<?> setting(String name) {
        Setting<?> setting = BY_VARIABLE.get(name);
        if (setting == null) {
            throw new WrongSettingException("the environment has the variable %s, which names no setting%s"
                    .formatted(name, Similar.hint(name, BY_VARIABLE.keySet())));
        }
        return setting;
    }
}
