package io.telamon.control.api;

import io.telamon.control.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request from its route through the filters to its handler, and whatever comes of it to an answer. */
public final class Pipeline {

    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    /** Seconds after which a client may try again when the database is gone for a moment, and when somebody must act. */
    private static final int SOON = 1;

    private static final int LATER = 10;

    private final Router router;
    private final List<RequestFilter> filters;
    private final Challenger challenger;
    private final AnswerWriter writer;
    private final Operation malformed;
    private final Operation unknown;
    private final Operation otherMethods;
    private final Operation otherOpenMethods;
    private final RequestObserver observer;

    /**
     * A pipeline over declared operations.
     *
     * @param filters passed in this order between route and handler
     */
    public Pipeline(List<Operation> operations, List<RequestFilter> filters, Challenger challenger, Json json) {
        this(operations, filters, challenger, json, RequestObserver.NONE);
    }

    /** The same, told to an observer. */
    public Pipeline(
            List<Operation> operations,
            List<RequestFilter> filters,
            Challenger challenger,
            Json json,
            RequestObserver observer) {
        this.observer = observer;
        this.router = new Router(operations);
        this.filters = List.copyOf(filters);
        this.challenger = challenger;
        this.writer = new AnswerWriter(json);
        this.malformed = refusing(new Requirement.Authentication(), call -> {
            throw ErrorCode.PATH_PARAM_PARSE_ERROR.about(call.path("path"));
        });
        this.unknown = refusing(new Requirement.Authentication(), call -> {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(call.path("path"));
        });
        Handler<NoContent, NoContent> otherMethod = call -> {
            throw ErrorCode.METHOD_NOT_ALLOWED
                    .about(call.path("path"), call.path("method"))
                    .with("Allow", call.path("allowed"));
        };
        this.otherMethods = refusing(new Requirement.Authentication(), otherMethod);
        this.otherOpenMethods = refusing(new Requirement.Nothing(), otherMethod);
    }

    /**
     * Serves one request.
     *
     * @throws ConnectionDropException when the connection is to be closed without an answer
     */
    public HttpAnswer serve(HttpRequest request) {
        long began = System.nanoTime();
        Exchange exchange = route(request);
        HttpAnswer answer = answer(exchange);
        observer.answered(exchange, answer.status(), System.nanoTime() - began);
        return answer;
    }

    private HttpAnswer answer(Exchange exchange) {
        try {
            for (RequestFilter filter : filters) {
                filter.pass(exchange);
            }
            return writer.success(exchange, exchange.handle());
        } catch (Refusal refusal) {
            return writer.refusal(exchange, refusal);
        } catch (UnauthenticatedException e) {
            return writer.unauthenticated(exchange, challenger.challenge(e.isStale()));
        } catch (ConnectionDropException e) {
            throw e;
        } catch (StoreException e) {
            return writer.refusal(exchange, refusal(e));
        } catch (RuntimeException e) {
            log.error("{} failed", exchange.operation().id(), e);
            return writer.refusal(exchange, ErrorCode.UNEXPECTED_ERROR.about());
        }
    }

    /** The store has logged it. Whoever repeats a request of unknown outcome must look first, so that has a code of its own. */
    private static Refusal refusal(StoreException e) {
        ErrorCode code = e.isOutcomeUnknown() ? ErrorCode.COMMIT_OUTCOME_UNKNOWN : ErrorCode.SERVICE_UNAVAILABLE;
        return code.about().retryAfter(e.failure().isBrief() ? SOON : LATER);
    }

    private Exchange route(HttpRequest request) {
        Optional<Method> method = method(request.method());
        return switch (router.route(method, request.rawPath())) {
            case Router.Route.Found found -> new Exchange(request, found.operation(), found.parameters());
            case Router.Route.OtherMethods other ->
                new Exchange(request, other.open() ? otherOpenMethods : otherMethods, asked(request, other.allowed()));
            case Router.Route.Malformed text -> new Exchange(request, malformed, asked(request));
            case Router.Route.Unknown nowhere -> new Exchange(request, unknown, asked(request));
        };
    }

    private static Map<String, String> asked(HttpRequest request) {
        return asked(request, Set.of());
    }

    /** What a refusal tells: what was asked for, and the methods of the {@code Allow} header (RFC 9110, section 10.2.1). */
    private static Map<String, String> asked(HttpRequest request, Set<Method> allowed) {
        String methods = allowed.stream()
                .map(method -> method == Method.GET ? "GET, HEAD" : method.name())
                .collect(Collectors.joining(", "));
        return Map.of("path", request.rawPath(), "method", request.method(), "allowed", methods);
    }

    /** {@code HEAD} is served as {@code GET}, whose content is left out when the response is sent (RFC 9110, section 9.3.2). */
    private static Optional<Method> method(String name) {
        if (name.equals("HEAD")) {
            return Optional.of(Method.GET);
        }
        try {
            return Optional.of(Method.valueOf(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Operation refusing(Requirement requirement, Handler<NoContent, NoContent> handler) {
        OperationDeclaration nowhere = new OperationDeclaration(
                "unknown",
                ApiBase.PRIVATE,
                Method.GET,
                new PathTemplate("/"),
                List.of(),
                requirement,
                Optional.empty(),
                new Response(200, Response.Kind.OBJECT, false),
                Map.of(),
                false);
        return Operation.refusing(nowhere, requirement, handler);
    }
}
