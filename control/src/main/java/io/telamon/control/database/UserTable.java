package io.telamon.control.database;

import io.telamon.control.api.Json;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of database users. Users whose time has passed are not there. */
final class UserTable {

    private static final String LIVING =
            "FROM database_user WHERE project_id = ? AND (delete_after IS NULL OR delete_after > ?)";

    private final Json json;

    UserTable(Json json) {
        this.json = json;
    }

    boolean insert(Handle handle, User user) {
        return handle.execute(
                        """
                        INSERT INTO database_user (project_id, database, name, facts, credentials, delete_after)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        user.projectId(),
                        user.database(),
                        user.name(),
                        json.text(user.facts()),
                        json.text(user.credentials()),
                        user.deleteAfter().orElse(null))
                == 1;
    }

    void update(Handle handle, User user) {
        handle.execute(
                """
                UPDATE database_user SET facts = ?, credentials = ?, delete_after = ?
                WHERE project_id = ? AND database = ? AND name = ?""",
                json.text(user.facts()),
                json.text(user.credentials()),
                user.deleteAfter().orElse(null),
                user.projectId(),
                user.database(),
                user.name());
    }

    boolean delete(Handle handle, String projectId, String database, String name) {
        return handle.execute(
                        "DELETE FROM database_user WHERE project_id = ? AND database = ? AND name = ?",
                        projectId,
                        database,
                        name)
                == 1;
    }

    Optional<User> find(Handle handle, String projectId, String database, String name, Instant now) {
        return find(handle, projectId, database, name, now, "");
    }

    /** The user, whom nobody else changes until the transaction ends. */
    Optional<User> lock(Transaction transaction, String projectId, String database, String name, Instant now) {
        return find(transaction.handle(), projectId, database, name, now, transaction.forUpdate());
    }

    private Optional<User> find(
            Handle handle, String projectId, String database, String name, Instant now, String lock) {
        return handle.select(
                        "SELECT * " + LIVING + " AND database = ? AND name = ?" + lock, projectId, now, database, name)
                .map((row, context) -> read(row))
                .findOne();
    }

    Page<User> list(Handle handle, String projectId, PageRequest page, Instant now) {
        return new Page<>(
                handle.select(
                                "SELECT * " + LIVING + " ORDER BY database, name LIMIT ? OFFSET ?",
                                projectId,
                                now,
                                page.itemsPerPage(),
                                page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                count(handle, projectId, now));
    }

    long count(Handle handle, String projectId, Instant now) {
        return handle.select("SELECT count(*) " + LIVING, projectId, now)
                .mapTo(Long.class)
                .one();
    }

    /** Whether a user of the project has been granted the role. */
    boolean isGranted(Handle handle, String projectId, String role, Instant now) {
        return handle.select("SELECT * " + LIVING, projectId, now).map((row, context) -> read(row)).stream()
                .flatMap(user -> user.facts().roles().stream())
                .anyMatch(granted -> granted.roleName().equals(role));
    }

    private User read(ResultSet row) throws SQLException {
        long deleteAfter = row.getLong("delete_after");
        return new User(
                row.getString("project_id"),
                row.getString("database"),
                row.getString("name"),
                json.value(row.getString("facts"), UserFacts.class),
                List.copyOf(json.values(row.getString("credentials"), Credential.class)),
                deleteAfter == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deleteAfter)));
    }
}
