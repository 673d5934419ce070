package io.telamon.control.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation, declared as data: where it is, in which versions, who may call it, what it takes and answers with.
 * Routing, version negotiation, authorization and the compatibility page all come from here.
 *
 * @param id the operation id of the API
 * @param versions oldest first; empty on surfaces without versions
 * @param query the query parameters it takes, by name
 * @param status the HTTP status of success
 * @param answer what it answers with
 * @param judgedByCalendar whether the stage of the serverless sunset decides about it, not today's date
 * @param location whether successful answers carry the {@code Location} header that was recorded of some
 * @param served whether it does something; the others answer that they are not served yet
 */
public record Operation(
        String id,
        Surface surface,
        Method method,
        PathTemplate path,
        List<OfferedVersion> versions,
        Requirement requirement,
        Optional<RateSet> rateSet,
        Map<String, QueryParameter> query,
        BodyType<?> body,
        int status,
        Answer answer,
        boolean judgedByCalendar,
        boolean location,
        boolean served,
        Handler<?, ?> handler) {

    /** The form of a successful answer. */
    public enum Answer {
        /** One object, or any other JSON value. */
        VALUE,
        /** A page of a list. */
        PAGE,
        /** A page of a list that is counted only when the client asks for it. */
        UNCOUNTED_PAGE,
        /** Text, without quotes. */
        TEXT
    }

    /** The path with its base. */
    public PathTemplate fullPath() {
        return new PathTemplate(surface.base() + path.text());
    }
}
