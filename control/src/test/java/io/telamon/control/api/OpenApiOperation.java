package io.telamon.control.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operation as an OpenAPI document describes it.
 *
 * @param id its operation id, which may be the short one
 * @param path with its base
 * @param versions what each of its versions offers, by resource version
 * @param complete whether the document has every version of the operation, not its newest alone
 * @param roles the names of the roles of which callers need one; empty where the document states none
 * @param query the names of the parameters that its query may have
 * @param responses the status and kind of every successful response, {@code 200 page} for example
 */
record OpenApiOperation(
        String id,
        String method,
        String path,
        Map<ResourceVersion, Offer> versions,
        boolean complete,
        Set<String> roles,
        Set<String> query,
        Set<String> responses) {

    /**
     * What a version offers.
     *
     * @param sunset the days of its sunset that its responses state; two where they disagree
     * @param formats the suffixes of its media types
     */
    record Offer(Set<Optional<LocalDate>> sunset, Set<String> formats) {}
}
