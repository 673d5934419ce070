package io.telamon.control.store;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteException;

/** Tells failures of the database from those of a statement, by the codes of SQLite and the SQLSTATE of PostgreSQL. */
final class StoreFailures {

    private static final int PRIMARY_CODE = 0xff;

    private StoreFailures() {}

    /** The failure that an exception or one of its causes tells of; nothing when the database works. */
    static Optional<StoreFailure> of(Throwable thrown) {
        return sql(thrown).flatMap(StoreFailures::ofSql);
    }

    /**
     * The exception to throw instead.
     *
     * @param committing whether the transaction may have been committed when it was thrown
     */
    static RuntimeException translate(RuntimeException thrown, boolean committing) {
        return of(thrown)
                .map(failure -> exception(failure, thrown, committing))
                .map(RuntimeException.class::cast)
                .orElse(thrown);
    }

    private static StoreException exception(StoreFailure failure, RuntimeException thrown, boolean committing) {
        String details = sql(thrown)
                .map(SQLException::getMessage)
                .map(StoreFailures::oneLine)
                .orElse("");
        return committing && !isRolledBack(thrown)
                ? StoreException.outcomeUnknown(failure, details)
                : StoreException.unchanged(failure, details);
    }

    /**
     * Whether the database itself says that the commit was undone. PostgreSQL says so with an ERROR; after FATAL, PANIC or a
     * broken connection nobody knows. SQLite has undone whatever it could not write; but where the file could not be
     * flushed, a crash may still bring the transaction back.
     */
    private static boolean isRolledBack(Throwable thrown) {
        return sql(thrown)
                .filter(failure -> switch (failure) {
                    case PSQLException postgres ->
                        postgres.getServerErrorMessage() != null
                                && "ERROR"
                                        .equals(postgres.getServerErrorMessage().getSeverity());
                    case SQLiteException sqlite ->
                        !ofSqlite(sqlite.getErrorCode()).equals(Optional.of(StoreFailure.FAULTY));
                    default -> false;
                })
                .isPresent();
    }

    /** The innermost that the database itself made, else the outermost. */
    private static Optional<SQLException> sql(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (found == null || isOfDatabase(sql))) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isOfDatabase(SQLException sql) {
        return sql instanceof PSQLException || sql instanceof SQLiteException;
    }

    private static Optional<StoreFailure> ofSql(SQLException sql) {
        return switch (sql) {
            case SQLiteException sqlite -> ofSqlite(sqlite.getErrorCode());
            case SQLTransientConnectionException noneInTime -> Optional.of(StoreFailure.UNREACHABLE);
            case SQLRecoverableException lost -> Optional.of(StoreFailure.UNREACHABLE);
            default -> sql.getSQLState() == null ? Optional.empty() : ofState(sql.getSQLState());
        };
    }

    /** By the primary result code, https://www.sqlite.org/rescode.html. */
    private static Optional<StoreFailure> ofSqlite(int code) {
        return switch (code & PRIMARY_CODE) {
            case 5, 6 -> Optional.of(StoreFailure.BUSY);
            case 8 -> Optional.of(StoreFailure.READ_ONLY);
            case 10 -> Optional.of(StoreFailure.FAULTY);
            case 11, 26 -> Optional.of(StoreFailure.DAMAGED);
            case 13 -> Optional.of(StoreFailure.FULL);
            case 14 -> Optional.of(StoreFailure.UNREACHABLE);
            default -> Optional.empty();
        };
    }

    /** By SQLSTATE, PostgreSQL manual, appendix A. */
    private static Optional<StoreFailure> ofState(String state) {
        return switch (state) {
            case "53100" -> Optional.of(StoreFailure.FULL);
            case "25006" -> Optional.of(StoreFailure.READ_ONLY);
            case "57P01", "57P02", "57P03", "57P05" -> Optional.of(StoreFailure.UNREACHABLE);
            case "55P03", "57014" -> Optional.of(StoreFailure.BUSY);
            case "XX001", "XX002" -> Optional.of(StoreFailure.DAMAGED);
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> Optional.of(StoreFailure.UNREACHABLE);
                    case "53" -> Optional.of(StoreFailure.BUSY);
                    case "58" -> Optional.of(StoreFailure.FAULTY);
                    default -> Optional.empty();
                };
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
