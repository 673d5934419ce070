package io.telamon.server.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values that were given, the strongest source's first. Each is checked as it is added, also those that do not count. */
final class SettingValues {

    private final Map<Setting<?>, Given> given = new HashMap<>();

    /** Adds what a source gives; what a stronger one has given stays. */
    void add(Map<Setting<?>, Given> source) {
        source.forEach((setting, value) -> {
            setting.read(value);
            given.putIfAbsent(setting, value);
        });
    }

    boolean has(Setting<?> setting) {
        return given.containsKey(setting);
    }

    /** Where the setting was given. */
    String origin(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting)).map(Given::origin).orElse("its default");
    }

    /** The value given, or else the declared one, or else nothing. */
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(given.get(setting))
                .or(() -> setting.initial().map(text -> new Given(text, "its default")))
                .map(setting::read);
    }

    /** The value of a setting that always has one. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow();
    }
}
