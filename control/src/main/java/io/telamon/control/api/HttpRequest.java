package io.telamon.control.api;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A request as it came from the socket. */
public interface HttpRequest {

    /** The method's name, for example {@code GET}. */
    String method();

    /**
     * The path as sent, still percent-encoded, without the query. A semicolon is part of its segment (RFC 3986, section
     * 3.3). A fragment, which a request target cannot have (RFC 9112, section 3.2), is kept at its end with its number
     * sign, so that no path is mistaken for another one.
     */
    String rawPath();

    /** The query as sent, without the question mark; empty when there is none. */
    String rawQuery();

    /** The first value of a header, its name in any case. */
    Optional<String> header(String name);

    /** Every value of a header, its name in any case: one for each time that the header was sent, commas and all. */
    List<String> headers(String name);

    /** Scheme and authority under which the client reached this server, without a trailing slash. */
    String origin();

    /** The address of the client. */
    InetAddress remoteAddress();

    /**
     * Reads the body, once.
     *
     * @param mostBytes more than these are refused
     * @throws ApiException {@link ErrorCode#PAYLOAD_TOO_LARGE}
     */
    byte[] body(int mostBytes);
}
