package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A database user of a project.
 *
 * @param credentials what verifies its password; none where it authenticates without one
 * @param deleteAfter from when on it is let in no more
 */
record User(
        ProjectId projectId,
        String database,
        String name,
        AuthenticationTypes authentication,
        UserFacts facts,
        List<Credential> credentials,
        Optional<Instant> deleteAfter) {

    /**
     * The user with these credentials, or without any where it authenticates without a password.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE} when it needs a password and has none
     */
    User verifiedBy(List<Credential> verifying) {
        boolean password = authentication.usePassword();
        ErrorCode.MISSING_ATTRIBUTE.refuseIf(password && verifying.isEmpty(), "password");
        return new User(
                projectId, database, name, authentication, facts, password ? verifying : List.of(), deleteAfter);
    }
}
