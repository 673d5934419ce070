package io.telamon.control.http;

import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The header fields of requests of HTTP/1.0 that have another meaning, or none, in HTTP/1.1. */
final class Version10Fields {

    private static final Pattern TRANSFER_CODING = field("Transfer-Encoding");
    private static final Pattern HOST = field("Host");
    private static final Pattern EXPECT = field("Expect");
    private static final Pattern END_OF_LINE = Pattern.compile("\r\n");

    private Version10Fields() {}

    private static Pattern field(String name) {
        return Pattern.compile("\r\n" + name + ":[^\r\n]*", Pattern.CASE_INSENSITIVE);
    }

    /**
     * The same section for a parser of HTTP/1.1: expectations are ignored (RFC 9110, section 10.1.1), and a host is there.
     *
     * @param authority the host and port that a request without {@code Host} is for
     * @throws RequestException 400 when there is a transfer coding, as the framing is faulty then (RFC 9112, section 6.1)
     */
    static byte[] toVersion11(byte[] section, Supplier<String> authority) {
        String text = new String(section, StandardCharsets.ISO_8859_1);
        if (TRANSFER_CODING.matcher(text).find()) {
            throw RequestLine.refusal(Status.BAD_REQUEST_400, "HTTP/1.0 has no transfer codings");
        }
        String expected = EXPECT.matcher(text).replaceAll("");
        String complete = HOST.matcher(expected).find()
                ? expected
                : END_OF_LINE.matcher(expected).replaceFirst("\r\nHost: " + authority.get() + "\r\n");
        return complete.getBytes(StandardCharsets.ISO_8859_1);
    }
}
