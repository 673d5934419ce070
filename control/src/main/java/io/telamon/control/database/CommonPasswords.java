package io.telamon.control.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.api.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that everybody tries first: those of {@code common-passwords.txt}, in any case of their letters. */
final class CommonPasswords {

    private final Set<String> all = read();

    /**
     * Refuses a password that is one of them.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#COMMON_PASSWORD}
     */
    void refuse(String password) {
        ErrorCode.COMMON_PASSWORD.refuseIf(all.contains(password.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> read() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
