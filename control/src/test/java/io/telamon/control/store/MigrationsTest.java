package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final MigrationScript LAST = MigrationScript.all().getLast();

    @Test
    void findsScriptsInAFolder() {
        assertThat(MigrationScript.all().stream().map(MigrationScript::getFilename))
                .isSorted()
                .contains("V01__organization_project.sql", LAST.getFilename());
    }

    @Test
    void findsFilesInAJar() {
        assertThat(ResourceFolder.names(Test.class, "parallel"))
                .contains("Execution.class")
                .isSorted();
    }

    @Test
    void namesTheFolderThatIsMissing() {
        assertThatException()
                .isThrownBy(() -> ResourceFolder.names(MigrationScript.class, "absent"))
                .withMessageContaining("absent");
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
    void refusesTheDatabaseOfANewerVersion(@TempDir Path folder) {
        // Given
        Path file = folder.resolve("telamon.db");
        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            store.write(transaction -> {
                transaction.handle().execute("UPDATE setting SET value = 'newer' WHERE name = 'schema'");
                return transaction.handle().execute("""
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
                        VALUES (1000, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'newer', 1, 1)""");
            });
        }

        // Then
        assertThatException()
                .isThrownBy(() -> Stores.sqlite(file, new EssentialThreads()))
                .withMessageContaining("newer version");
    }

    @Test
    void letsFlywayJudgeADatabaseOfOtherScripts(@TempDir Path folder) {
        // Given
        Path file = folder.resolve("telamon.db");
        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            store.write(transaction -> {
                transaction.handle().execute("UPDATE setting SET value = 'other' WHERE name = 'schema'");
                return transaction
                        .handle()
                        .execute("DELETE FROM flyway_schema_history WHERE script = ?", LAST.getFilename());
            });
        }

        // Then it tries to apply what the history lacks
        assertThatException()
                .isThrownBy(() -> Stores.sqlite(file, new EssentialThreads()))
                .withMessageContaining(LAST.getFilename().substring(0, 3));
    }
}
