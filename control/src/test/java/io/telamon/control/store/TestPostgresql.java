package io.telamon.control.store;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for tests of several nodes and of PostgreSQL alone, which need one whatever database the other
 * tests run on. It is the one that is given; without one, a temporary one of this JVM where a server is installed.
 */
public final class TestPostgresql {

    private static final TestPostgresql OF_THIS_JVM = new TestPostgresql();

    private Optional<String> url = Optional.empty();
    private String obstacle = "";

    private TestPostgresql() {}

    /** The URL of a new schema; without a server, the test is skipped, with the reason. */
    public static String newSchema() {
        return TestStores.newSchema(OF_THIS_JVM.url());
    }

    private synchronized String url() {
        if (url.isEmpty() && obstacle.isEmpty()) {
            find();
        }
        return url.orElseGet(() -> abort("there is no PostgreSQL: " + obstacle));
    }

    private void find() {
        url = Stream.of(TestStores.postgresql(), Optional.ofNullable(System.getenv("TELAMON_TEST_POSTGRESQL")))
                .flatMap(Optional::stream)
                .filter(given -> !given.isBlank())
                .findFirst();
        if (url.isEmpty()) {
            PostgresqlPrograms.find()
                    .ifPresentOrElse(
                            this::start,
                            () -> obstacle = "TELAMON_TEST_POSTGRESQL names no server, and no initdb is installed");
        }
    }

    private void start(Path programs) {
        try {
            url = Optional.of(TemporaryPostgresql.start(programs));
        } catch (IOException e) {
            obstacle = "that of " + programs + " cannot be used: " + e.getMessage();
        }
    }
}
