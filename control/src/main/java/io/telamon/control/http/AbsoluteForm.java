package io.telamon.control.http;

import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Request targets in the absolute form, which proxies use and every server must accept (RFC 9112, section 3.2.2). */
final class AbsoluteForm {

    private static final Pattern BEGINNING =
            Pattern.compile("[^ ]+ https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Method, authority without user information (RFC 9110, section 4.2.4), path and query. */
    private static final Pattern LINE =
            Pattern.compile("([^ ]+) https?://([^/?#@ \r\n]+)([/?][^ \r\n]*)?(?= )", Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("\r\nHost:[^\r\n]*", Pattern.CASE_INSENSITIVE);

    private AbsoluteForm() {}

    /**
     * A header section whose target, if it is in the absolute form, is replaced by its path and query, and the value of {@code Host} by the
     * target's authority. Sections without a {@code Host}, or with several, remain to be refused.
     *
     * @throws RequestException 400 when the target has no host, or user information
     */
    static byte[] toOriginForm(byte[] section) {
        String text = new String(section, StandardCharsets.ISO_8859_1);
        if (!BEGINNING.matcher(text).matches()) {
            return section;
        }
        Matcher line = LINE.matcher(text);
        if (!line.lookingAt()) {
            throw RequestLine.refusal(Status.BAD_REQUEST_400, "the request target has no host, or user information");
        }
        String fields = withHost(text.substring(line.end()), line.group(2));
        return (line.group(1) + " " + path(line.group(3)) + fields).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String path(@Nullable String sent) {
        if (sent == null) {
            return "/";
        }
        return sent.startsWith("?") ? "/" + sent : sent;
    }

    private static String withHost(String fields, String authority) {
        Matcher host = HOST.matcher(fields);
        return host.results().count() == 1
                ? host.replaceFirst(Matcher.quoteReplacement("\r\nHost: " + authority))
                : fields;
    }
}
