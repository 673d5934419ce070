package io.telamon.control.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** Answers requests that cannot be parsed, in the shape of the API's errors. The body of those to {@code HEAD} is not written. */
final class TransportErrors implements DirectHandler {

    private final ErrorBodies bodies;
    private final boolean secure;

    /**
     * The answers of a listener.
     *
     * @param secure whether its connections are over TLS
     */
    TransportErrors(ErrorBodies bodies, boolean secure) {
        this.bodies = bodies;
        this.secure = secure;
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            String messageForNobody) {
        headers.set(HeaderNames.CONTENT_TYPE, "application/json");
        headers.set(HeaderValues.CONNECTION_CLOSE);
        if (secure) {
            headers.set(StrictTransportSecurity.A_YEAR); // the listeners of responses come too late here
        }
        if (status.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            headers.set(HeaderNames.RETRY_AFTER, "1");
        }
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .entity(bodies.json(status.code()))
                .build();
    }
}
