package io.telamon.control.api;

import java.util.regex.Pattern;

/** Reads the query, the path's ids and the body, and refuses what the operation does not take. */
final class RequestReader implements RequestFilter {

    private static final Pattern ID = Pattern.compile("[a-f0-9]{24}");

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
        exchange.read(query, bodies.read(operation.body(), exchange.request(), limit));
    }

    /** Refuses ids in the path that are none; before anybody looks for what they would name. */
    static final class PathIds implements RequestFilter {
        @Override
        public void pass(Exchange exchange) {
            requireId(exchange, "groupId");
            requireId(exchange, "orgId");
        }

        private static void requireId(Exchange exchange, String name) {
            exchange.findPathParameter(name)
                    .filter(value -> !ID.matcher(value).matches())
                    .ifPresent(value -> {
                        throw ErrorCode.INVALID_PATH_PARAMETER.about(name);
                    });
        }
    }
}
