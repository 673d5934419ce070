package io.telamon.control.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** Answers requests that cannot be parsed, in the shape of the API's errors. */
final class TransportErrors implements DirectHandler {

    private final ErrorBodies bodies;

    TransportErrors(ErrorBodies bodies) {
        this.bodies = bodies;
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
        TransportResponse.Builder response =
                TransportResponse.builder().status(status).headers(headers).keepAlive(false);
        if (!request.method().equals("HEAD")) {
            response.entity(bodies.json(status.code()));
        }
        return response.build();
    }
}
