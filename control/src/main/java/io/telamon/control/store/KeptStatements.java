package io.telamon.control.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prepared statements of one SQLite connection, kept after use: SQLite takes about as long to prepare a statement as to
 * run it. For one thread at a time, as the connection is. The driver of PostgreSQL does this by itself.
 */
final class KeptStatements implements StatementBuilder {

    private static final Logger log = LoggerFactory.getLogger(KeptStatements.class);

    /** More than the statements of the program; those with lists of arguments vary in their text. */
    private static final int MOST = 256;

    private final StatementBuilder builder = new DefaultStatementBuilder();

    /** By their text; those in use are not here. The one that was used longest ago is first. */
    private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** Those that a query uses now. */
    private final Set<Statement> used = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? builder.create(connection, sql, context) : kept;
        used.add(statement);
        return statement;
    }

    /** Keeps the statement, whose result set JDBI has closed. */
    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof PreparedStatement prepared)) {
            statement.close();
            return;
        }
        used.remove(prepared);
        prepared.clearParameters();
        prepared.clearBatch();
        PreparedStatement other = idle.putLast(sql, prepared);
        if (other != null) {
            other.close();
        }
        if (idle.size() > MOST) {
            idle.pollFirstEntry().getValue().close();
        }
    }

    /**
     * Closes what a query has left open, as one that fails amid its rows does: as long as it is open, the connection reads
     * what the database was at that moment.
     */
    void closeUnfinished() {
        for (Statement statement : used) {
            try {
                statement.close();
            } catch (SQLException e) {
                log.debug("a statement that nobody uses cannot be closed", e);
            }
        }
        used.clear();
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return builder.create(connection, context);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return builder.createCall(connection, sql, context);
    }
}
