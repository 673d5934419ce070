package io.telamon.control.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.api.ErrorCode;

/** The names of databases that roles are about. */
final class DatabaseNames {

    /** Bytes that the name of a database has at most, by the MongoDB manual. */
    private static final int LONGEST = 63;

    /** Those that the manual excludes on any platform, and the comma, which the service refuses. */
    private static final String EXCLUDED = "/\\. \"$*<>:|?,";

    private DatabaseNames() {}

    /**
     * Refuses what cannot be the name of a database.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_DATABASE_NAME}
     */
    static void require(String name) {
        ErrorCode.INVALID_DATABASE_NAME.refuseIf(
                name.isEmpty()
                        || name.getBytes(UTF_8).length > LONGEST
                        || name.chars().anyMatch(c -> EXCLUDED.indexOf(c) >= 0),
                name);
    }
}
