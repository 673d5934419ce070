package io.telamon.control.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and what the filters have found out. Confined to the thread that serves it. */
public final class Exchange {

    private final HttpRequest request;
    private final Operation operation;
    private final Map<String, String> pathParameters;
    private final Map<String, String> answerHeaders = new LinkedHashMap<>();
    private @Nullable Caller caller;
    private @Nullable OfferedVersion version;
    private @Nullable Query query;
    private @Nullable Object body;

    Exchange(HttpRequest request, Operation operation, Map<String, String> pathParameters) {
        this.request = request;
        this.operation = operation;
        this.pathParameters = pathParameters;
    }

    public HttpRequest request() {
        return request;
    }

    public Operation operation() {
        return operation;
    }

    /** The value of a path parameter that the operation's path declares. */
    public String pathParameter(String name) {
        return Objects.requireNonNull(pathParameters.get(name), name);
    }

    /** The value of a path parameter, or nothing where the operation's path declares none of that name. */
    public Optional<String> findPathParameter(String name) {
        return Optional.ofNullable(pathParameters.get(name));
    }

    /** The values of all parameters that the operation's path declares, by name. */
    Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** Headers of the answer, whatever it will be. */
    public Map<String, String> answerHeaders() {
        return answerHeaders;
    }

    /** Who calls; only after authentication. */
    public Caller caller() {
        return Objects.requireNonNull(caller, "not authenticated");
    }

    /** Who calls, or nothing before authentication and on open operations. */
    public Optional<Caller> findCaller() {
        return Optional.ofNullable(caller);
    }

    public void authenticatedAs(Caller authenticated) {
        caller = authenticated;
    }

    /** The version in which the client is answered, or nothing on surfaces whose media types have none. */
    public Optional<OfferedVersion> offeredVersion() {
        return Optional.ofNullable(version);
    }

    void resolvedTo(OfferedVersion resolved) {
        version = resolved;
    }

    /** The form of what is asked for and answered: the version, or on a surface without media types the first one. */
    ResourceVersion version() {
        OfferedVersion form = version == null ? operation.versions().getFirst() : version;
        return form.version();
    }

    Query query() {
        return Objects.requireNonNull(query, "query not read");
    }

    PageRequest page() {
        return query().page(operation.response().kind() != Response.Kind.UNCOUNTED_PAGE);
    }

    void read(Query readQuery, @Nullable Object readBody) {
        query = readQuery;
        body = readBody;
    }

    @SuppressWarnings("unchecked") // the declaration binds the handler's type to the body's
    Object handle() {
        Handler<Object, Object> handler = (Handler<Object, Object>) operation.handler();
        return handler.handle(new Call<>(this, body));
    }
}
