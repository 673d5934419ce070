package io.telamon.control.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes percent-encoded text strictly (RFC 3986, section 2.1): two hexadecimal digits, and UTF-8. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Decodes a segment of a path. A plus sign stands for itself.
     *
     * @return nothing when an encoding is malformed, or what comes of it is no UTF-8 or has {@link ControlCharacters}
     */
    public static Optional<String> decode(String text) {
        return decode(text, false);
    }

    /** The same for a name or value of a query or form, where a plus sign stands for a space. */
    public static Optional<String> decodeForm(String text) {
        return decode(text, true);
    }

    private static Optional<String> decode(String text, boolean form) {
        String spaced = form ? text.replace('+', ' ') : text;
        Optional<String> decoded = spaced.indexOf('%') < 0 ? Optional.of(spaced) : unescaped(spaced);
        return decoded.filter(plain -> !ControlCharacters.areIn(plain));
    }

    private static Optional<String> unescaped(String text) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                bytes.put(sent[i]);
                continue;
            }
            int octet = i + 2 < sent.length ? octet(sent[i + 1], sent[i + 2]) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.put((byte) octet);
            i += 2;
        }
        return utf8(bytes.flip());
    }

    /** The value of two hexadecimal digits; less than zero when they are none. */
    private static int octet(byte high, byte low) {
        int first = digit(high);
        int second = digit(low);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static int digit(byte c) {
        return c < 0 ? -1 : Character.digit((char) c, 16);
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
