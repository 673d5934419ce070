package io.telamon.control.http;

import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/** Tells a connection which body its parsed header fields announce. */
final class BodyAnnouncer implements Http1ConnectionListener {

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        ((Connection) context).input().expectBody(headers);
    }
}
