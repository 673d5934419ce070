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

    /** The address of this server that the client reached. */
    InetAddress localAddress();

    /**
     * Reads the body, once.
     *
     * @throws ApiException {@link ErrorCode#PAYLOAD_TOO_LARGE} beyond the limit, {@link ErrorCode#MALFORMED_REQUEST} or
     *     {@link ErrorCode#REQUEST_TIMEOUT} when it does not come whole, {@link ErrorCode#SERVICE_UNAVAILABLE} when there is no memory for it
     */
    byte[] body(BodyLimit limit);

    /**
     * Reserves memory for what is made from the body, until the request has been answered.
     *
     * @param bytes as many as it may take at most; of more than all memory for this purpose, that is reserved
     * @throws ApiException {@link ErrorCode#SERVICE_UNAVAILABLE} when there is none
     */
    void reserve(long bytes);
}
