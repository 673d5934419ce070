package io.telamon.control.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request line of a header section (RFC 9112, section 3), as far as the parser does not treat it by the rules: it is checked here, and
 * the section is put into the form that the parser takes.
 */
final class RequestLine {

    /** Bytes of a request line, without its end. */
    static final int LONGEST = 4 << 10;

    /** Bytes of all header fields. */
    static final int LONGEST_FIELDS = 16 << 10;

    /** RFC 6585, section 5. */
    private static final Status FIELDS_TOO_LARGE = Status.create(431, "Request Header Fields Too Large");

    private static final String VERSION_NAME = "HTTP/";
    private static final int VERSION_LENGTH = VERSION_NAME.length() + 3;
    private static final String MARKS_OF_TOKENS = "!#$%&'*+-.^_`|~";

    private static final String HEAD = "HEAD";

    private final byte[] section;
    private final int length;
    private final int fields;
    private boolean version10;

    private RequestLine(byte[] section, int length, int fields) {
        this.section = section;
        this.length = length;
        this.fields = fields;
    }

    /** The request line of a section, or of what there is of it, which is owned by the line from then on. */
    static RequestLine of(byte[] section) {
        int end = 0;
        while (end < section.length && section[end] != '\n') {
            end++;
        }
        int length = end > 0 && section[end - 1] == '\r' ? end - 1 : end;
        return new RequestLine(section, length, section.length - end);
    }

    /**
     * The line, whose version 1.x is that of the parser from then on.
     *
     * @throws RequestException 414, 431, 400 for what is no method, and 505 for other major versions than 1
     */
    RequestLine checked() {
        if (length > LONGEST) {
            throw refusal(Status.REQUEST_URI_TOO_LONG_414, "the request line is too long");
        }
        if (fields > LONGEST_FIELDS) {
            throw refusal(FIELDS_TOO_LARGE, "the header fields are too large");
        }
        checkMethod();
        checkVersion();
        return this;
    }

    /** Whether it is that of a {@code HEAD} request, the response to which has no content. */
    boolean isOfHead() {
        int end = methodEnd();
        boolean matches = end == HEAD.length() && end < length;
        for (int i = 0; matches && i < end; i++) {
            matches = section[i] == HEAD.charAt(i);
        }
        return matches;
    }

    /** Whether the version that was sent is 1.0, which {@link #checked} finds out. */
    boolean isVersion10() {
        return version10;
    }

    private void checkMethod() {
        int end = methodEnd();
        boolean token = end > 0 && end < length;
        for (int i = 0; i < end && token; i++) {
            token = isOfToken(section[i]);
        }
        if (!token) {
            throw refusal(Status.BAD_REQUEST_400, "the request does not begin with a method");
        }
    }

    private static boolean isOfToken(byte next) {
        return (next >= 'A' && next <= 'Z')
                || (next >= 'a' && next <= 'z')
                || (next >= '0' && next <= '9')
                || MARKS_OF_TOKENS.indexOf(next) >= 0;
    }

    private int methodEnd() {
        int end = 0;
        while (end < length && section[end] != ' ') {
            end++;
        }
        return end;
    }

    /** Any version 1.x is parsed as 1.1 (RFC 9112, section 2.3). The parser refuses what is no version. */
    private void checkVersion() {
        int start = length - VERSION_LENGTH;
        if (start < 1 || section[start - 1] != ' ' || !isVersion(start)) {
            return;
        }
        if (section[length - 3] != '1') {
            throw RequestException.builder()
                    .type(EventType.HTTP_VERSION_NOT_SUPPORTED)
                    .message("the version is not 1.0 or 1.1")
                    .build();
        }
        version10 = section[length - 1] == '0';
        section[length - 1] = '1';
    }

    private boolean isVersion(int start) {
        for (int i = 0; i < VERSION_NAME.length(); i++) {
            if (section[start + i] != VERSION_NAME.charAt(i)) {
                return false;
            }
        }
        return isDigit(section[length - 3]) && section[length - 2] == '.' && isDigit(section[length - 1]);
    }

    private static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }

    /** The method, if it has lower-case letters, which the parser does not keep (RFC 9110, section 9.1). */
    @Nullable
    String mixedCaseMethod() {
        int end = methodEnd();
        for (int i = 0; i < end; i++) {
            if (section[i] >= 'a' && section[i] <= 'z') {
                return new String(section, 0, end, StandardCharsets.US_ASCII);
            }
        }
        return null;
    }

    /**
     * The header section for the parser.
     *
     * @param authority the host and port that a request of version 1.0 without {@code Host} is for
     * @throws RequestException 400 when the target is in a malformed absolute form, or a transfer coding in version 1.0
     */
    byte[] section(Supplier<String> authority) {
        int target = methodEnd() + 1;
        boolean origin = target >= length || section[target] == '/';
        byte[] current = version10 ? Version10Fields.toVersion11(section, authority) : section;
        return origin ? current : AbsoluteForm.toOriginForm(current);
    }

    static RequestException refusal(Status status, String message) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(status)
                .setKeepAlive(false)
                .message(message)
                .build();
    }
}
