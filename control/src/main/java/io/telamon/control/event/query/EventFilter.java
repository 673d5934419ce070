package io.telamon.control.event.query;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Query;
import io.telamon.control.event.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which events of a scope are meant; empty lists leave out nothing.
 *
 * @param from the earliest moment
 * @param to the latest moment
 */
record EventFilter(
        List<String> types,
        List<String> excludedTypes,
        List<String> clusterNames,
        Optional<Instant> from,
        Optional<Instant> to) {

    static final EventFilter NONE =
            new EventFilter(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    private static final Pattern CLUSTER_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");

    /**
     * Reads the filters of a query.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ENUM_VALUE} for a type that is none,
     *     {@link ErrorCode#INVALID_QUERY_PARAMETER} for a name that no cluster can have
     */
    static EventFilter of(Query query, EventTypes known) {
        List<String> clusterNames = query.texts("clusterNames");
        if (!clusterNames.stream().allMatch(name -> CLUSTER_NAME.matcher(name).matches())) {
            throw ErrorCode.INVALID_QUERY_PARAMETER.about("clusterNames");
        }
        return new EventFilter(
                types(query, "eventType", known),
                types(query, "excludedEventType", known),
                clusterNames,
                query.timestamp("minDate"),
                query.timestamp("maxDate"));
    }

    private static List<String> types(Query query, String parameter, EventTypes known) {
        List<String> types = query.texts(parameter);
        if (!types.stream().allMatch(known::knows)) {
            throw ErrorCode.INVALID_ENUM_VALUE.about(parameter);
        }
        return types;
    }
}
