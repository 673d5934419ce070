package io.telamon.control.store;

import java.sql.Types;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** JDBI as every store uses it: timestamps are whole milliseconds since 1970 in both databases. */
final class Jdbis {

    private Jdbis() {}

    static Jdbi over(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        ColumnMapper<Instant> column = (row, index, context) -> {
            long millis = row.getLong(index);
            return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        };
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerColumnMapper(Instant.class, column);
        return jdbi;
    }

    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {

        InstantArguments() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant instant, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, instant.toEpochMilli());
        }
    }
}
