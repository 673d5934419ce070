package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.telamon.gateway.spi.EssentialThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @Test
    void namesEveryScriptThatThereIs() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/io/telamon/control/store/migrations"))) {
            assertThat(MigrationScript.all().stream().map(MigrationScript::getFilename))
                    .containsExactlyElementsOf(files.map(Path::getFileName)
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void leavesACurrentDatabaseAlone(@TempDir Path folder) {
        // Given
        Path file = folder.resolve("telamon.db");
        Stores.sqlite(file, new EssentialThreads()).close();

        // When a script's checksum no longer fits, which Flyway would refuse
        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            store.write(transaction ->
                    transaction.handle().execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '01'"));
        }

        // Then the next start has not asked Flyway
        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            assertThat(store.isShared()).isFalse();
        }
    }

    @Test
    void letsFlywayJudgeADatabaseOfOtherScripts(@TempDir Path folder) {
        // Given
        Path file = folder.resolve("telamon.db");
        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            store.write(transaction -> {
                transaction.handle().execute("UPDATE setting SET value = 'other' WHERE name = 'schema'");
                return transaction.handle().execute("DELETE FROM flyway_schema_history WHERE version = '14'");
            });
        }

        // Then it tries to apply what the history lacks
        assertThatException()
                .isThrownBy(() -> Stores.sqlite(file, new EssentialThreads()))
                .withMessageContaining("V14");
    }
}
