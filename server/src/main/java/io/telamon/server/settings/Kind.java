package io.telamon.server.settings;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values that a setting may have.
 *
 * @param label stands for the value in help texts, for example {@code PORT}
 * @param expectation completes the sentence "it must be …"
 * @param reader makes the value of a text, or throws an {@link IllegalArgumentException} or {@link DateTimeException}
 * @param secret which texts are never to be shown
 */
record Kind<T>(String label, String expectation, Function<String, T> reader, Predicate<String> secret) {

    Kind(String label, String expectation, Function<String, T> reader) {
        this(label, expectation, reader, text -> false);
    }

    /** The same values, never to be shown. */
    Kind<T> keptSecret() {
        return keptSecretWhen(text -> true);
    }

    /** The same values, of which some are never to be shown, right or wrong. */
    Kind<T> keptSecretWhen(Predicate<String> secret) {
        return new Kind<>(label, expectation, reader, secret);
    }

    /**
     * The value of a text.
     *
     * @throws WrongSettingException when the text is none; the message names the setting, the text and its origin
     */
    T read(Setting<T> setting, Given given) {
        try {
            return reader.apply(given.text());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw WrongSettingException.of(setting, given, expectation);
        }
    }
}
