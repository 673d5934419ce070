package io.telamon.control.api;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses ids in the path that do not have the form of one, before anybody looks for what they would name. The answer
 * repeats the path, as reported of the service.
 */
final class PathIdFilter implements RequestFilter {

    private static final Pattern ID = Pattern.compile("[a-f0-9]{24}");

    /** The path parameters that are object ids in every operation that has them. */
    private static final Set<String> IDS = Set.of(
            "alertConfigId",
            "alertId",
            "apiUserId",
            "endpointServiceId",
            "eventId",
            "groupId",
            "invitationId",
            "orgId",
            "restoreJobId",
            "sampleDatasetId",
            "snapshotId",
            "teamId",
            "userId");

    @Override
    public void pass(Exchange exchange) {
        exchange.pathParameters().forEach((name, value) -> {
            ErrorCode.PATH_PARAM_PARSE_ERROR.refuseIf(
                    IDS.contains(name) && !ID.matcher(value).matches(),
                    exchange.request().rawPath());
        });
    }
}
