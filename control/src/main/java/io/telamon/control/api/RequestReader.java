package io.telamon.control.api;

import org.jspecify.annotations.Nullable;

/** Reads the query and the body, and refuses what the operation does not take. */
final class RequestReader implements RequestFilter {

    private final BodyReader bodies;

    RequestReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    @Override
    public void pass(Exchange exchange) {
        Operation operation = exchange.operation();
        if (!operation.served()) {
            return;
        }
        Query query = Query.parse(exchange.request().rawQuery(), operation.query());
        BodyLimit limit = exchange.findCaller().isPresent() ? BodyLimit.OF_CALLERS : BodyLimit.OF_ANYBODY;
        exchange.read(query, body(exchange, limit));
    }

    private @Nullable Object body(Exchange exchange, BodyLimit limit) {
        HttpRequest request = exchange.request();
        return switch (exchange.operation().body()) {
            case BodyType.Versioned<?> versioned ->
                bodies.read(new BodyType.Json<>(type(versioned, exchange)), request, limit);
            case BodyType.Deferred<?> deferred ->
                bodies.unread(() -> type(deferred.versions(), exchange), request, limit);
            case BodyType<?> other -> bodies.read(other, request, limit);
        };
    }

    private static <B> Class<? extends B> type(BodyType.Versioned<B> versioned, Exchange exchange) {
        return versioned
                .of(exchange.version())
                .orElseThrow(() ->
                        ErrorCode.NOT_IMPLEMENTED.about(exchange.operation().id()));
    }
}
