package io.telamon.control.access.principal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads points in time, which columns hold as milliseconds since 1970. */
public final class Rows {

    private Rows() {}

    /**
     * The point in time in a column that is never null.
     *
     * @throws SQLException when there is no such column
     */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /**
     * The point in time in a column, or null.
     *
     * @throws SQLException when there is no such column
     */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
