package io.telamon.control.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Binds handlers to the operations of the catalogue, by id. Operations without a handler answer that they are not served
 * yet.
 */
public final class Operations {

    private final OperationCatalogue catalogue;
    private final Map<String, Operation> bound = new LinkedHashMap<>();

    public Operations(OperationCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Serves an operation that takes no body.
     *
     * @throws IllegalStateException when the catalogue has no such operation, it is bound already, or it answers with a
     *     page
     */
    public void serve(String id, Handler<NoContent, ?> handler) {
        bind(id, new BodyType.None(), false, handler);
    }

    /** Serves an operation that takes a JSON object. Throws as {@link #serve(String, Handler)} does. */
    public <B> void serve(String id, Class<B> body, Handler<B, ?> handler) {
        bind(id, new BodyType.Json<>(body), false, handler);
    }

    /**
     * Serves an operation that takes a JSON object whose form differs between the versions of the operation. In versions
     * before the first that is named here, it answers that it is not served yet.
     *
     * @param bodies the record by the first version that takes it, an ISO 8601 date
     * @throws IllegalStateException as {@link #serve(String, Handler)} does, and for a version that the operation does not
     *     have
     */
    public <B> void serve(String id, Map<String, Class<? extends B>> bodies, Handler<B, ?> handler) {
        bindVersions(id, bodies, versions -> versions, handler);
    }

    /**
     * Serves an operation that takes a JSON body which the handler has bound itself, once it knows what decides about it. The
     * forms are as for {@link #serve(String, Map, Handler)}, which throws the same.
     */
    public <B> void serveUnread(String id, Map<String, Class<? extends B>> bodies, Handler<UnreadBody<B>, ?> handler) {
        bindVersions(id, bodies, BodyType.Deferred::new, handler);
    }

    private <B> void bindVersions(
            String id,
            Map<String, Class<? extends B>> bodies,
            Function<BodyType.Versioned<B>, BodyType<?>> form,
            Handler<?, ?> handler) {
        NavigableMap<ResourceVersion, Class<? extends B>> types = new TreeMap<>();
        bodies.forEach((version, type) -> types.put(ResourceVersion.of(version), type));
        bind(id, form.apply(new BodyType.Versioned<>(types)), false, handler);
        Set<ResourceVersion> offered = Objects.requireNonNull(bound.get(id)).versions().stream()
                .map(OfferedVersion::version)
                .collect(Collectors.toSet());
        if (!offered.containsAll(types.keySet())) {
            throw new IllegalStateException(
                    id + " takes bodies in the versions " + types.keySet() + ", and has " + offered);
        }
    }

    /** Serves an operation that takes a JSON array. Throws as {@link #serve(String, Handler)} does. */
    public <B> void serveListOf(String id, Class<B> item, Handler<List<B>, ?> handler) {
        bind(id, new BodyType.JsonList<>(item), false, handler);
    }

    /** Serves an operation that takes an HTML form. Throws as {@link #serve(String, Handler)} does. */
    public void serveForm(String id, Handler<Form, ?> handler) {
        bind(id, new BodyType.FormFields(), false, handler);
    }

    /**
     * Serves an operation that takes no body and answers with a page of a list.
     *
     * @throws IllegalStateException when the catalogue has no such operation, it is bound already, or it does not answer
     *     with a page
     */
    public void servePage(String id, Handler<NoContent, ? extends Page<?>> handler) {
        bind(id, new BodyType.None(), true, handler);
    }

    /** Serves an operation that takes a JSON object and answers with a page. Throws as {@link #servePage(String, Handler)} does. */
    public <B> void servePage(String id, Class<B> body, Handler<B, ? extends Page<?>> handler) {
        bind(id, new BodyType.Json<>(body), true, handler);
    }

    /** Serves an operation that takes a JSON array and answers with a page. Throws as {@link #servePage(String, Handler)} does. */
    public <B> void servePageOfListOf(String id, Class<B> item, Handler<List<B>, ? extends Page<?>> handler) {
        bind(id, new BodyType.JsonList<>(item), true, handler);
    }

    /** All operations of the catalogue, those without a handler too. */
    public List<Operation> all() {
        return Stream.concat(
                        bound.values().stream(),
                        catalogue.all().stream()
                                .filter(declaration -> !bound.containsKey(declaration.id()))
                                .map(Operation::unserved))
                .toList();
    }

    private void bind(String id, BodyType<?> body, boolean page, Handler<?, ?> handler) {
        OperationDeclaration declaration =
                catalogue.find(id).orElseThrow(() -> new IllegalStateException("the catalogue has no operation " + id));
        if (declaration.response().kind().isPage() != page) {
            throw new IllegalStateException("the handler of " + id + " answers with " + (page ? "a page" : "no page")
                    + ", which the catalogue declares otherwise");
        }
        if (bound.put(id, Operation.served(declaration, body, handler)) != null) {
            throw new IllegalStateException("two handlers for " + id);
        }
    }
}
