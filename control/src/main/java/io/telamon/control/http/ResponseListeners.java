package io.telamon.control.http;

import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;

/** Several listeners of responses as one: when Helidon 4.5.0 has more than one, it tells none of them. */
final class ResponseListeners implements Http1ConnectionListener {

    private final List<Http1ConnectionListener> listeners;

    ResponseListeners(List<Http1ConnectionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void status(ConnectionContext context, Status status) {
        listeners.forEach(listener -> listener.status(context, status));
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        listeners.forEach(listener -> listener.headers(context, headers));
    }
}
