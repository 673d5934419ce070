package io.telamon.control.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. The scripts are the same for both databases. */
final class Migrations {

    private Migrations() {}

    static void apply(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:io/telamon/control/store/migrations")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
