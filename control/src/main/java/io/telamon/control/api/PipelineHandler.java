package io.telamon.control.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.telamon.control.http.ErrorBodies;
import io.telamon.control.http.RequestMemories;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a request from the web server to the pipeline, and the answer back. It closes connections whose client asked for
 * that, which Helidon 4.5.0 forgets (its issue 12324).
 */
final class PipelineHandler implements Handler {

    private static final Header CLOSE = HeaderValues.CONNECTION_CLOSE;
    private static final Header KEEP_ALIVE = HeaderValues.CONNECTION_KEEP_ALIVE;
    private static final byte[] NO_BODY = {};

    /** Memory is reserved for responses that are larger. */
    private static final int LARGE = 64 << 10;

    private final Pipeline pipeline;
    private final Optional<String> publicOrigin;
    private final RequestMemories memories;
    private final ErrorBodies errors;

    PipelineHandler(Pipeline pipeline, Optional<String> publicOrigin, RequestMemories memories, ErrorBodies errors) {
        this.pipeline = pipeline;
        this.publicOrigin = publicOrigin;
        this.memories = memories;
        this.errors = errors;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        try (WebRequest asked = new WebRequest(request, publicOrigin, memories)) {
            send(asked, response, bounded(asked, serve(asked)));
        }
    }

    private HttpAnswer serve(WebRequest asked) {
        try {
            return pipeline.serve(asked);
        } catch (ConnectionDropException e) {
            throw new CloseConnectionException("a rehearsed fault drops the connection");
        }
    }

    /**
     * The answer, or 503 when it is large and too many large ones are being sent. The answer to a request that may have changed something is
     * always sent, as 503 would have it repeated.
     */
    private HttpAnswer bounded(WebRequest asked, HttpAnswer answer) {
        long copies = 2L * answer.body().length;
        return answer.body().length <= LARGE || asked.reserveForResponse(copies) || !isSafe(asked)
                ? answer
                : new HttpAnswer(503, Map.of("Content-Type", "application/json", "Retry-After", "1"), errors.json(503));
    }

    private static boolean isSafe(WebRequest asked) {
        return asked.method().equals("GET") || asked.method().equals("HEAD");
    }

    private static void send(WebRequest asked, ServerResponse response, HttpAnswer answer) {
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        boolean last = asked.isLast();
        if (last) {
            response.header(CLOSE);
        } else if (asked.isKeptAlive()) {
            response.header(KEEP_ALIVE);
        }
        if (asked.method().equals("HEAD")) {
            // RFC 9110, section 9.3.2: the length that a body would have, and none
            response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(answer.body().length));
            response.send(NO_BODY);
        } else {
            response.send(answer.body());
        }
        if (last) {
            throw new CloseConnectionException("the last response of the connection was sent");
        }
    }
}
