package io.telamon.control.access.digest;

import io.telamon.control.api.ControlCharacters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the comma-separated parameters of an {@code Authorization} header: names in any case, values as tokens or quoted
 * strings (RFC 9110, section 11.2). A header is read once, in one pass.
 */
final class AuthParameters {

    private final String text;
    private final Map<String, String> values = new HashMap<>(16);
    private int at;

    private AuthParameters(String text) {
        this.text = text;
    }

    /** The parameters by lower-case name; nothing when the text is malformed, has control characters or gives one twice. */
    static Optional<Map<String, String>> parse(String text) {
        AuthParameters parameters = new AuthParameters(text);
        return parameters.read() ? Optional.of(parameters.values) : Optional.empty();
    }

    private boolean read() {
        skipBlanks();
        while (at < text.length()) {
            if (!readOne()) {
                return false;
            }
            skipBlanks();
            if (at < text.length() && text.charAt(at++) != ',') {
                return false;
            }
            skipBlanks();
        }
        return true;
    }

    private boolean readOne() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        skipBlanks();
        if (name.isEmpty() || at == text.length() || text.charAt(at++) != '=') {
            return false;
        }
        skipBlanks();
        Optional<String> value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        return value.filter(read -> !ControlCharacters.areIn(read)).isPresent()
                && values.put(name, value.get()) == null;
    }

    private Optional<String> token() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return at > start ? Optional.of(text.substring(start, at)) : Optional.empty();
    }

    private Optional<String> quoted() {
        int start = ++at;
        int end = text.indexOf('"', start);
        int escape = text.indexOf('\\', start);
        if (end >= 0 && (escape < 0 || escape > end)) {
            at = end + 1;
            return Optional.of(text.substring(start, end));
        }
        return unescaped();
    }

    private Optional<String> unescaped() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(value.toString());
            }
            if (c == '\\') {
                if (at == text.length()) {
                    return Optional.empty();
                }
                c = text.charAt(at++);
            }
            value.append(c);
        }
        return Optional.empty();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
