package io.telamon.control.network;

import io.telamon.control.access.list.IpRange;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.RecordArguments;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of project access lists. Entries that have expired are not there. */
final class EntryTable {

    private static final String UNEXPIRED =
            " FROM access_list_entry WHERE project_id = :projectId AND (delete_after IS NULL OR delete_after > :now)";

    private EntryTable() {}

    /** Writes an entry, over the one of the same addresses if there is one. */
    static void put(Handle handle, Entry entry) {
        handle.createUpdate("""
                        INSERT INTO access_list_entry (project_id, address_range, cidr_block, comment, delete_after)
                        VALUES (:projectId, :addressRange, :cidrBlock, :comment, :deleteAfter)
                        ON CONFLICT (project_id, address_range) DO UPDATE
                        SET cidr_block = excluded.cidr_block, comment = excluded.comment, delete_after = excluded.delete_after""")
                .bindNamedArgumentFinder(RecordArguments.of(entry))
                .execute();
    }

    static void delete(Handle handle, Entry entry) {
        handle.createUpdate(
                        "DELETE FROM access_list_entry WHERE project_id = :projectId AND address_range = :addressRange")
                .bindNamedArgumentFinder(RecordArguments.of(entry))
                .execute();
    }

    static Optional<Entry> find(Handle handle, ProjectId projectId, String addressRange, Instant now) {
        return unexpired(handle, "SELECT *", " AND address_range = :addressRange", projectId, now)
                .bind("addressRange", addressRange)
                .mapTo(Entry.class)
                .findOne();
    }

    static long count(Handle handle, ProjectId projectId, Instant now) {
        return unexpired(handle, "SELECT count(*)", "", projectId, now)
                .mapTo(Long.class)
                .one();
    }

    static Page<Entry> list(Handle handle, ProjectId projectId, PageRequest page, Instant now) {
        List<Entry> entries = unexpired(
                        handle, "SELECT *", " ORDER BY address_range LIMIT :most OFFSET :offset", projectId, now)
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(Entry.class)
                .list();
        return Page.of(page, entries, () -> count(handle, projectId, now));
    }

    static List<IpRange> ranges(Handle handle, ProjectId projectId, Instant now) {
        return unexpired(handle, "SELECT address_range", "", projectId, now).mapTo(String.class).stream()
                .map(block -> IpRange.parse(block).orElseThrow())
                .toList();
    }

    /** The moment at which the next entry of the project expires. */
    static Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT min(delete_after) FROM access_list_entry WHERE project_id = :projectId")
                .bind("projectId", projectId)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Those of the project that have expired. */
    static List<Entry> expired(Handle handle, ProjectId projectId, Instant now) {
        return handle.createQuery(
                        "SELECT * FROM access_list_entry WHERE project_id = :projectId AND delete_after <= :now")
                .bind("projectId", projectId)
                .bind("now", now)
                .mapTo(Entry.class)
                .list();
    }

    private static Query unexpired(Handle handle, String select, String rest, ProjectId projectId, Instant now) {
        return handle.createQuery(select + UNEXPIRED + rest)
                .bind("projectId", projectId)
                .bind("now", now);
    }
}
