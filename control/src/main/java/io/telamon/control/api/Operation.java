package io.telamon.control.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation as requests meet it: what the catalogue declares of it, and the handler that is bound to it.
 *
 * @param requirement who may call it
 * @param body what body it takes
 * @param served whether a handler does its work; the others answer that they are not served yet
 */
public record Operation(
        OperationDeclaration declaration,
        Requirement requirement,
        BodyType<?> body,
        boolean served,
        Handler<?, ?> handler) {

    /** An operation with a handler. */
    static Operation served(OperationDeclaration declaration, BodyType<?> body, Handler<?, ?> handler) {
        return new Operation(declaration, declaration.requirement(), body, true, handler);
    }

    /** An operation that says to every authenticated caller that it is not served yet. */
    static Operation unserved(OperationDeclaration declaration) {
        return refusing(declaration, new Requirement.Authentication(), call -> {
            throw ErrorCode.NOT_IMPLEMENTED.about(declaration.id());
        });
    }

    /** An operation whose handler refuses every request, whatever its query and body. */
    static Operation refusing(
            OperationDeclaration declaration, Requirement requirement, Handler<NoContent, NoContent> handler) {
        return new Operation(declaration, requirement, new BodyType.None(), false, handler);
    }

    /** The operation id of the API. */
    public String id() {
        return declaration.id();
    }

    /** The part of the URL space that the operation belongs to. */
    public ApiBase surface() {
        return declaration.surface();
    }

    /** The method of its requests. */
    public Method method() {
        return declaration.method();
    }

    /** The path below the base of its surface. */
    public PathTemplate path() {
        return declaration.path();
    }

    /** The path with its base. */
    public PathTemplate fullPath() {
        return new PathTemplate(surface().base() + path().text());
    }

    /** The path, with its base, under which who uses this operation finds a resource of the Atlas Administration API. */
    String pathOf(String resource) {
        return surface() == ApiBase.ATLAS_V1 ? FirstVersion.path(this, resource) : ApiBase.ATLAS.base() + resource;
    }

    /** The versions in which it is offered, oldest first; empty on surfaces without versions. */
    public List<OfferedVersion> versions() {
        return declaration.versions();
    }

    /** The operations with which it shares a token bucket. */
    public Optional<EndpointSet> endpointSet() {
        return declaration.endpointSet();
    }

    /** What a successful request is answered with. */
    public Response response() {
        return declaration.response();
    }

    /** The query parameters it takes, by name. */
    public Map<String, QueryParameter> query() {
        return declaration.query();
    }
}
