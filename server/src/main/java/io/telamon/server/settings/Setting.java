package io.telamon.server.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set, as declared.
 *
 * @param name its path in the file, for example {@code bootstrap.org-id}; the names elsewhere follow from it
 * @param kind what values it may have
 * @param initial the value of a setting that nobody gives one, as text
 * @param unset what happens without a value, in a few words, where there is no such text
 * @param onCommandLine whether the command line takes it; secrets do not belong where other users can read them
 * @param description what it does, one or two sentences
 */
public record Setting<T>(
        String name, Kind<T> kind, Optional<String> initial, String unset, boolean onCommandLine, String description) {

    static <T> Setting<T> of(String name, Kind<T> kind) {
        return new Setting<>(name, kind, Optional.empty(), "none", true, "");
    }

    Setting<T> initially(String text) {
        return new Setting<>(name, kind, Optional.of(text), text, onCommandLine, description);
    }

    Setting<T> unset(String words) {
        return new Setting<>(name, kind, initial, words, onCommandLine, description);
    }

    Setting<T> offCommandLine() {
        return new Setting<>(name, kind, initial, unset, false, description);
    }

    Setting<T> described(String words) {
        return new Setting<>(name, kind, initial, unset, onCommandLine, words);
    }

    /** Its name on the command line, for example {@code --bootstrap-org-id}. */
    public String option() {
        return "--" + name.replace('.', '-');
    }

    /** Its name in the environment, for example {@code TELAMON_BOOTSTRAP_ORG_ID}. */
    public String variable() {
        return "TELAMON_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What stands for its value in help texts. */
    public String label() {
        return kind.label();
    }

    /** Whether its name alone, on the command line, means that it is true. */
    public boolean isFlag() {
        return label().equals(Kinds.FLAG);
    }

    T read(Given given) {
        return kind.read(this, given);
    }
}
