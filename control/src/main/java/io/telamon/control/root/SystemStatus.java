package io.telamon.control.root;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.api.Caller;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Link;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs here, and who asks.
 *
 * @param apiKey null when no API key asks
 * @param build names the version that runs
 * @param throttling whether the whole service is slowed down; never
 */
record SystemStatus(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Key apiKey,
        String appName,
        String build,
        List<Link> links,
        boolean throttling) {

    /** The API key that asks. */
    record Key(String id, String publicKey, List<Assignment> roles) {

        static @Nullable Key of(Caller caller) {
            return caller.kind() == Caller.Kind.API_KEY
                    ? new Key(caller.id(), caller.name(), Assignment.all(caller))
                    : null;
        }
    }

    /** A role, and the organization or project in which it is held. */
    record Assignment(@Nullable String groupId, @Nullable String orgId, String roleName) {

        static List<Assignment> all(Caller caller) {
            return caller.grants().stream()
                    .sorted(Comparator.comparing(Grant::role)
                            .thenComparing(grant -> grant.scopeId().value()))
                    .map(Assignment::of)
                    .toList();
        }

        private static Assignment of(Grant grant) {
            String role = grant.role().name();
            return grant.role().isOrganizational()
                    ? new Assignment(null, grant.scopeId().value(), role)
                    : new Assignment(grant.scopeId().value(), null, role);
        }
    }
}
