package io.telamon.control.cloud;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Makes random parts of names, in the forms that cloud providers use. Safe for use by many threads. */
public final class CloudNames {

    private static final String LOWER_CASE = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();

    /** So many hexadecimal digits, in lower case. */
    public String hexadecimal(int digits) {
        byte[] bytes = new byte[digits / 2 + 1];
        random.nextBytes(bytes);
        return HEX.formatHex(bytes).substring(0, digits);
    }

    /** So many letters, in lower case, and decimal digits. */
    public String alphanumeric(int characters) {
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(LOWER_CASE.charAt(random.nextInt(LOWER_CASE.length())));
        }
        return text.toString();
    }

    /** A random UUID, as subscriptions of Azure have. */
    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
