package io.telamon.control.access.token;

import io.telamon.control.api.ControlCharacters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The client id and secret of a Basic {@code Authorization} header (RFC 7617). */
record ClientCredentials(String clientId, String secret) {

    private static final String SCHEME = "Basic ";

    /** Reads the header; nothing when it is another scheme or malformed. */
    static Optional<ClientCredentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same with the URL-escaping undone that RFC 6749 asks for in section 2.3.1 and not all clients do. */
    ClientCredentials unescaped() {
        return new ClientCredentials(unescaped(clientId), unescaped(secret));
    }

    boolean hasControlCharacters() {
        return ControlCharacters.areIn(clientId) || ControlCharacters.areIn(secret);
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
