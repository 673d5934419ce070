package io.telamon.control.api;

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
        exchange.read(query, bodies.read(bodyType(exchange), exchange.request(), limit));
    }

    private static BodyType<?> bodyType(Exchange exchange) {
        Operation operation = exchange.operation();
        return operation.body() instanceof BodyType.Versioned<?> versioned
                ? versioned
                        .of(exchange.version())
                        .<BodyType<?>>map(BodyType.Json::new)
                        .orElseThrow(() -> ErrorCode.NOT_IMPLEMENTED.about(operation.id()))
                : operation.body();
    }
}
