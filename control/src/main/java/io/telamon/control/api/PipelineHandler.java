package io.telamon.control.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/**
 * Brings a request from the web server to the pipeline, and the answer back. It closes connections whose client asked for
 * that, which Helidon 4.5.0 forgets (its issue 12324).
 */
final class PipelineHandler implements Handler {

    private static final Header CLOSE = HeaderValues.CONNECTION_CLOSE;

    private final Pipeline pipeline;
    private final Optional<String> publicOrigin;

    PipelineHandler(Pipeline pipeline, Optional<String> publicOrigin) {
        this.pipeline = pipeline;
        this.publicOrigin = publicOrigin;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        WebRequest asked = new WebRequest(request, publicOrigin);
        HttpAnswer answer;
        try {
            answer = pipeline.serve(asked);
        } catch (ConnectionDropException e) {
            throw new CloseConnectionException("a rehearsed fault drops the connection");
        }
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        boolean last = request.headers().contains(CLOSE);
        if (last) {
            asked.drain();
            response.header(CLOSE);
        }
        response.send(answer.body());
        if (last) {
            throw new CloseConnectionException("the client asked for it");
        }
    }
}
