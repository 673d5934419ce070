package io.telamon.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The program of FerretDB 1, which the variable {@code TELAMON_TEST_FERRETDB} names. */
final class FerretDb {

    private FerretDb() {}

    /** Where it is; the test that asks is left out if it is nowhere. */
    static Path program() {
        Optional<String> program = Optional.ofNullable(System.getenv("TELAMON_TEST_FERRETDB"));
        assumeTrue(program.isPresent(), "TELAMON_TEST_FERRETDB names no FerretDB");
        return Path.of(program.get());
    }
}
