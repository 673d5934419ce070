package io.telamon.control.access.list;

import io.telamon.control.access.principal.Rows;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.model.PrincipalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of API access lists. Entries are found by the range that they mean, and in the order of its text. */
public final class AccessListTable {

    private static final String INSERT = """
            INSERT INTO api_access_entry (holder_id, address_range, cidr_block, created_at, request_count)
            SELECT ?, ?, ?, ?, 0
            WHERE (SELECT COUNT(*) FROM api_access_entry WHERE holder_id = ?) < ?
            ON CONFLICT DO NOTHING""";

    private static final String USED = """
            UPDATE api_access_entry
            SET request_count = request_count + ?, last_used_at = ?, last_used_address = ?
            WHERE holder_id = ? AND address_range = ?""";

    private static final String OF_HOLDER = "FROM api_access_entry WHERE holder_id = ?";

    private AccessListTable() {}

    /** Whether the entry was added; not when it is there or the list is full. */
    static boolean insert(Handle handle, PrincipalId principalId, CidrBlock block, Instant now, int most) {
        return handle.execute(INSERT, principalId, block.range().cidrBlock(), block.text(), now, principalId, most)
                == 1;
    }

    /** All ranges of the list of a principal. */
    public static List<IpRange> rangesOf(Handle handle, PrincipalId principalId) {
        return handle.select("SELECT address_range " + OF_HOLDER, principalId).mapTo(String.class).stream()
                .map(block -> IpRange.parse(block).orElseThrow())
                .toList();
    }

    /** A page of the list of a principal. */
    public static Page<AccessEntry> list(Handle handle, PrincipalId principalId, PageRequest page) {
        return Page.of(
                page,
                handle.select(
                                "SELECT * " + OF_HOLDER + " ORDER BY address_range LIMIT ? OFFSET ?",
                                principalId,
                                page.limit(),
                                page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                () -> handle.select("SELECT COUNT(*) " + OF_HOLDER, principalId)
                        .mapTo(Long.class)
                        .one());
    }

    /** The entry of exactly a range, however it was written, in the list of a principal. */
    public static Optional<AccessEntry> find(Handle handle, PrincipalId principalId, IpRange range) {
        return handle.select("SELECT * " + OF_HOLDER + " AND address_range = ?", principalId, range.cidrBlock())
                .map((row, context) -> read(row))
                .findOne();
    }

    static void used(
            Handle handle, PrincipalId principalId, IpRange range, long requests, Instant last, String address) {
        handle.execute(USED, requests, last, address, principalId, range.cidrBlock());
    }

    static void delete(Handle handle, PrincipalId principalId, IpRange range) {
        handle.execute("DELETE " + OF_HOLDER + " AND address_range = ?", principalId, range.cidrBlock());
    }

    private static AccessEntry read(ResultSet row) throws SQLException {
        return new AccessEntry(
                CidrBlock.parse(row.getString("cidr_block")).orElseThrow(),
                Rows.instant(row, "created_at"),
                row.getLong("request_count"),
                Rows.instantOrNull(row, "last_used_at"),
                row.getString("last_used_address"));
    }
}
