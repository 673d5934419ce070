package io.telamon.control.network;

import io.telamon.control.access.IpRange;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of project access lists. Entries whose time has passed are not there. */
final class EntryTable {

    private static final String LIVING =
            "FROM access_list_entry WHERE project_id = ? AND (delete_after IS NULL OR delete_after > ?)";

    private EntryTable() {}

    /** Writes an entry, over the one of the same addresses if there is one. */
    static void put(Handle handle, Entry entry) {
        handle.execute(
                """
                INSERT INTO access_list_entry (project_id, cidr_block, comment, delete_after) VALUES (?, ?, ?, ?)
                ON CONFLICT (project_id, cidr_block) DO UPDATE
                SET comment = excluded.comment, delete_after = excluded.delete_after""",
                entry.projectId(),
                entry.range().cidrBlock(),
                entry.comment().orElse(null),
                entry.deleteAfter().orElse(null));
    }

    static boolean delete(Handle handle, String projectId, IpRange range) {
        return handle.execute(
                        "DELETE FROM access_list_entry WHERE project_id = ? AND cidr_block = ?",
                        projectId,
                        range.cidrBlock())
                == 1;
    }

    static Optional<Entry> find(Handle handle, String projectId, IpRange range, Instant now) {
        return handle.select("SELECT * " + LIVING + " AND cidr_block = ?", projectId, now, range.cidrBlock())
                .map((row, context) -> read(row))
                .findOne();
    }

    static long count(Handle handle, String projectId, Instant now) {
        return handle.select("SELECT count(*) " + LIVING, projectId, now)
                .mapTo(Long.class)
                .one();
    }

    static Page<Entry> list(Handle handle, String projectId, PageRequest page, Instant now) {
        return new Page<>(
                handle.select(
                                "SELECT * " + LIVING + " ORDER BY cidr_block LIMIT ? OFFSET ?",
                                projectId,
                                now,
                                page.itemsPerPage(),
                                page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                count(handle, projectId, now));
    }

    static List<IpRange> ranges(Handle handle, String projectId, Instant now) {
        return handle.select("SELECT cidr_block " + LIVING, projectId, now).mapTo(String.class).stream()
                .map(block -> IpRange.parse(block).orElseThrow())
                .toList();
    }

    private static Entry read(ResultSet row) throws SQLException {
        long deleteAfter = row.getLong("delete_after");
        return new Entry(
                row.getString("project_id"),
                IpRange.parse(row.getString("cidr_block")).orElseThrow(),
                Optional.ofNullable(row.getString("comment")),
                deleteAfter == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deleteAfter)));
    }
}
