package io.telamon.control.database;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.RecordArguments;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of database users. Users that have expired are not there. */
final class UserTable {

    private static final String UNEXPIRED =
            " FROM database_user WHERE project_id = :projectId AND (delete_after IS NULL OR delete_after > :now)";

    private UserTable() {}

    /** Inserts a user, unless the project has one of that name; whether it did. */
    static boolean insert(Handle handle, User user) {
        return handle.createUpdate("""
                        INSERT INTO database_user (project_id, database, name, authentication, facts, credentials,
                            delete_after)
                        VALUES (:projectId, :database, :name, :authentication, :facts, :credentials, :deleteAfter)
                        ON CONFLICT DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(user))
                        .execute()
                == 1;
    }

    static void update(Handle handle, User user) {
        handle.createUpdate("""
                        UPDATE database_user
                        SET authentication = :authentication, facts = :facts, credentials = :credentials,
                            delete_after = :deleteAfter
                        WHERE project_id = :projectId AND database = :database AND name = :name""")
                .bindNamedArgumentFinder(RecordArguments.of(user))
                .execute();
    }

    /** Deletes a user; whether there was one. */
    static boolean delete(Handle handle, ProjectId projectId, String database, String name) {
        return handle.createUpdate("""
                        DELETE FROM database_user
                        WHERE project_id = :projectId AND database = :database AND name = :name""")
                        .bind("projectId", projectId)
                        .bind("database", database)
                        .bind("name", name)
                        .execute()
                == 1;
    }

    static Optional<User> find(Handle handle, ProjectId projectId, String database, String name, Instant now) {
        return unexpired(handle, "SELECT *", " AND database = :database AND name = :name", projectId, now)
                .bind("database", database)
                .bind("name", name)
                .mapTo(User.class)
                .findOne();
    }

    static Page<User> list(Handle handle, ProjectId projectId, PageRequest page, Instant now) {
        List<User> users = unexpired(
                        handle, "SELECT *", " ORDER BY database, name LIMIT :most OFFSET :offset", projectId, now)
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(User.class)
                .list();
        return Page.of(page, users, () -> count(handle, projectId, now));
    }

    static long count(Handle handle, ProjectId projectId, Instant now) {
        return unexpired(handle, "SELECT count(*)", "", projectId, now)
                .mapTo(Long.class)
                .one();
    }

    /** Whether a user of the project has been granted the role. */
    static boolean isGranted(Handle handle, ProjectId projectId, String role, Instant now) {
        return unexpired(handle, "SELECT *", "", projectId, now).mapTo(User.class).list().stream()
                .flatMap(user -> user.facts().roles().stream())
                .anyMatch(granted -> granted.roleName().equals(role));
    }

    /** The moment at which the next user of the project expires. */
    static Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT min(delete_after) FROM database_user WHERE project_id = :projectId")
                .bind("projectId", projectId)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Those of the project that have expired. */
    static List<User> expired(Handle handle, ProjectId projectId, Instant now) {
        return handle.createQuery("SELECT * FROM database_user WHERE project_id = :projectId AND delete_after <= :now")
                .bind("projectId", projectId)
                .bind("now", now)
                .mapTo(User.class)
                .list();
    }

    private static Query unexpired(Handle handle, String select, String rest, ProjectId projectId, Instant now) {
        return handle.createQuery(select + UNEXPIRED + rest)
                .bind("projectId", projectId)
                .bind("now", now);
    }
}
