package io.telamon.control.api;

/** The filters that every API has. */
public final class RequestFilters {

    private RequestFilters() {}

    /** Resolves the version that the client asks for. */
    public static RequestFilter resolveVersion() {
        return new VersionFilter();
    }

    /** Refuses malformed ids in the path. */
    public static RequestFilter checkPathIds() {
        return new PathIdFilter();
    }

    /** Requires the operation's role. */
    public static RequestFilter authorize(Scopes scopes) {
        return new AuthorizationFilter(scopes);
    }

    /** Reads and validates query and body. */
    public static RequestFilter readRequest(Json json) {
        return new RequestReader(new BodyReader(json));
    }
}
