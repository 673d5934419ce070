package io.telamon.control.api;

import java.time.Clock;

/** The kernel's own stops, for the one list of a request's way. */
public final class Stops {

    private Stops() {}

    /** Resolves the version that the client asks for. */
    public static Stop resolveVersion(Clock clock) {
        return new ResolveVersion(clock);
    }

    /** Refuses malformed organization and project ids in the path. */
    public static Stop checkPathIds() {
        return new ReadRequest.PathIds();
    }

    /** Requires the operation's role. */
    public static Stop authorize(Scopes scopes) {
        return new Authorize(scopes);
    }

    /** Reads and validates query and body. */
    public static Stop readRequest(Json json) {
        return new ReadRequest(new BodyReader(json));
    }
}
