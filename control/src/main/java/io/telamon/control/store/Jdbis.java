package io.telamon.control.store;

import java.sql.Types;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * JDBI as every store uses it: timestamps are whole milliseconds since 1970 in both databases, lists and what is
 * {@link StoredAsJson} are JSON text, what is {@link StoredAsText} is text, and messages of exceptions have no arguments of statements.
 */
final class Jdbis {

    private Jdbis() {}

    static Jdbi over(DataSource source) {
        return over(source::getConnection);
    }

    static Jdbi over(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections);
        ColumnMapper<Instant> column = (row, index, context) -> {
            long millis = row.getLong(index);
            return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        };
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Jdbis::withoutArguments);
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerColumnMapper(Instant.class, column);
        JsonColumns json = new JsonColumns();
        jdbi.registerColumnMapper(json);
        jdbi.registerArgument(json);
        TextColumns text = new TextColumns();
        jdbi.registerColumnMapper(text);
        jdbi.registerArgument(text);
        jdbi.registerRowMapper(new RecordRows());
        jdbi.getConfig(ComponentArguments.class); // made here, so that all statements share it
        return jdbi;
    }

    /** What failed and the statement as it is written here. Its arguments are not told: they may be secrets. */
    private static String withoutArguments(StatementException failure) {
        StatementContext context = failure.getStatementContext();
        return failure.getShortMessage() + (context == null ? "" : " [statement: " + context.getRawSql() + "]");
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
