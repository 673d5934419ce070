package io.telamon.control.store;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** JDBI as every store uses it: timestamps are whole milliseconds since 1970 in both databases. */
final class Jdbis {

    private Jdbis() {}

    static Jdbi over(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        ArgumentFactory instants = (type, value, config) -> value instanceof Instant instant
                ? Optional.<Argument>of(
                        (position, statement, context) -> statement.setLong(position, instant.toEpochMilli()))
                : Optional.empty();
        ColumnMapper<Instant> column = (row, index, context) -> {
            long millis = row.getLong(index);
            return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        };
        jdbi.registerArgument(instants);
        jdbi.registerColumnMapper(Instant.class, column);
        return jdbi;
    }
}
