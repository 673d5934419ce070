package io.telamon.control.person;

import io.telamon.control.api.ErrorCode;
import java.util.regex.Pattern;

/** What user names of people are: email addresses. */
public final class EmailAddress {

    /** A local part and a domain with an at sign between, without white space (RFC 5321, section 4.1.2, simplified). */
    public static final String PATTERN = "[^\\s@<>(),:;\\[\\]\"\\\\\\p{C}]{1,64}@[\\p{L}\\p{N}.-]{1,253}";

    /** Characters that one has at most. */
    public static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private EmailAddress() {}

    /** Whether the text is an email address of at most 254 characters. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /**
     * Refuses what is no email address.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_USERNAME}
     */
    public static void require(String username) {
        ErrorCode.INVALID_USERNAME.refuseIf(!isOne(username));
    }
}
