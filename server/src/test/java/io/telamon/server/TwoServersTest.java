package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that share a PostgreSQL database. */
class TwoServersTest {

    private static final String KEY = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=";

    /** Nobody listens there. */
    private static final String DEPLOYMENT = "--engine=mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=500";

    @TempDir
    private Path parent;

    private OwnPostgres database;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> programs = OwnPostgres.programs();
        assumeTrue(programs.isPresent(), "the programs of PostgreSQL are not installed");
        database = OwnPostgres.start(programs.orElseThrow());
    }

    @AfterEach
    void end() throws Exception {
        if (database != null) {
            database.remove();
        }
    }

    @Test
    void areRefusedWhereTheEngineBelongsToOneUntilThatOneIsGoneHoweverItEnds() throws Exception {
        ServerProcess first = server("a", "--engine=embedded", "--node=one");
        for (String engine : new String[] {"--engine=embedded", DEPLOYMENT}) {
            assertThatThrownBy(() -> server("b" + engine.length(), engine, "--node=two"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("telamon: another server (one) works on the same database")
                    .hasMessageNotContaining("\tat ");
        }
        first.kill();
        Process third = ServerProcess.launch(environment(), parent.resolve("c"), "--engine=embedded");
        try {
            ServerProcess.await(parent.resolve("c"), "answers at");
        } finally {
            third.destroyForcibly().waitFor();
        }
    }

    @Test
    void shareADeploymentAndOneOfThemHasTheCredentials() throws Exception {
        try (ServerProcess first = server("a", DEPLOYMENT, "--node=one")) {
            assertThat(first.process().isAlive()).isTrue();
            assertThat(output("a")).containsOnlyOnce("the deployment 127.0.0.1:9 does not answer");
            assertThatThrownBy(() -> server("b", "--engine=embedded"))
                    .hasMessageContaining("another server (one)", "--engine mongodb://HOST/");
            Process second = ServerProcess.launch(environment(), parent.resolve("c"), DEPLOYMENT, "--node=two");
            try {
                ServerProcess.await(parent.resolve("c"), "answers at");
                assertThat(output("c"))
                        .contains("credentials", "not in this data folder")
                        .doesNotContain("WARN  ", "c/credentials.env", "secrets are kept nowhere else");
                assertThat(parent.resolve("c/credentials.env")).doesNotExist();
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }

    private Map<String, String> environment() {
        return Map.of("TELAMON_DATABASE", database.url(), "TELAMON_MASTER_KEY", KEY);
    }

    private ServerProcess server(String folder, String... more) throws IOException, InterruptedException {
        String[] options = new String[more.length + 1];
        options[0] = "--cluster-ports=0";
        System.arraycopy(more, 0, options, 1, more.length);
        return ServerProcess.start(environment(), parent.resolve(folder), options);
    }

    private String output(String folder) throws IOException {
        return Files.readString(parent.resolve(folder).resolve("output.txt"));
    }
}
