package io.telamon.control.api;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is told of a request: who calls, and typed, valid input. No HTTP.
 *
 * @param <B> the body
 */
public final class Call<B> {

    private final Exchange exchange;
    private final @Nullable B body;

    Call(Exchange exchange, @Nullable B body) {
        this.exchange = exchange;
        this.body = body;
    }

    /** Who calls. Operations that need no authentication have no caller to ask for. */
    public Caller caller() {
        return exchange.caller();
    }

    /** The client's address. */
    public InetAddress remoteAddress() {
        return exchange.request().remoteAddress();
    }

    /** The value of a request header; for the operations that look at their client's credentials themselves. */
    public Optional<String> header(String name) {
        return exchange.request().header(name);
    }

    /** The value of a path parameter. */
    public String path(String name) {
        return exchange.pathParameter(name);
    }

    /** The project that the path names. */
    public ProjectId projectId() {
        return new ProjectId(path("groupId"));
    }

    /** The organization that the path names. */
    public OrganizationId organizationId() {
        return new OrganizationId(path("orgId"));
    }

    /** The query. */
    public Query query() {
        return exchange.query();
    }

    /** The page that the client asks for. */
    public PageRequest page() {
        return exchange.page();
    }

    /** The body, valid. */
    public B body() {
        return Objects.requireNonNull(body, "the operation takes no body");
    }

    /** The version in which the client asks. */
    public ResourceVersion version() {
        return exchange.version();
    }

    /** Scheme and authority under which the client reached this server, without a trailing slash. */
    public String origin() {
        return exchange.request().origin();
    }

    /** Sets a header of the answer. */
    public void answerHeader(String name, String value) {
        exchange.answerHeaders().put(name, value);
    }

    /** The address of this server that the client reached. */
    public InetAddress localAddress() {
        return exchange.request().localAddress();
    }

    /**
     * A link to a resource of the Atlas Administration API, below version 1.0 for who uses that one.
     *
     * @param path starts with a slash
     */
    public Link link(String rel, String path) {
        return new Link(origin() + exchange.operation().pathOf(path), rel);
    }
}
