package io.telamon.control.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/** Leaves {@code Content-Length} out of responses with status 204, which must not have it (RFC 9110, section 8.6). */
final class NoContentFraming implements Http1ConnectionListener {

    @Override
    public void status(ConnectionContext context, Status status) {
        ((Connection) context).setNoContent(status.code() == Status.NO_CONTENT_204.code());
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (((Connection) context).isNoContent() && headers instanceof WritableHeaders<?> sent) {
            sent.remove(HeaderNames.CONTENT_LENGTH);
        }
    }
}
