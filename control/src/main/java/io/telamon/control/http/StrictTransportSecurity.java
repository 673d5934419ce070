package io.telamon.control.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Tells clients on responses over TLS to come by https only (RFC 6797, section 6.1), as recorded. Responses over plain http must
 * not say so (section 7.2).
 */
final class StrictTransportSecurity implements Http1ConnectionListener {

    static final Header A_YEAR = HeaderValues.create(
            HeaderNames.create("Strict-Transport-Security"), "max-age=31536000; includeSubdomains;");

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers instanceof WritableHeaders<?> sent) {
            sent.set(A_YEAR);
        }
    }
}
