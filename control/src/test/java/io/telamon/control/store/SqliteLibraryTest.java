package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {

    @TempDir
    private Path parent;

    @AfterEach
    void useAsBefore() {
        System.clearProperty("org.sqlite.lib.path");
        System.clearProperty("org.sqlite.lib.name");
    }

    @Test
    void isUsedWhereItIsUnpacked() throws IOException {
        Path folder = parent.resolve("sqlite");
        assertThat(SqliteLibrary.use(folder)).isFalse();
        assertThat(System.getProperty("org.sqlite.lib.path")).isNull();

        SqliteLibrary.unpack(folder);
        SqliteLibrary.unpack(folder);

        assertThat(SqliteLibrary.use(folder)).isTrue();
        Path library = Path.of(System.getProperty("org.sqlite.lib.path"), System.getProperty("org.sqlite.lib.name"));
        assertThat(library).isRegularFile();
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
