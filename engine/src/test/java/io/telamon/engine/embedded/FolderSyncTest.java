package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSyncTest {

    @TempDir
    private Path parent;

    @Test
    void finishesWhatFailed() throws IOException {
        Path folder = parent.resolve("clusters");
        FolderSync sync = new FolderSync(folder);
        assertThatThrownBy(sync::finish)
                .as("a process before this one may have left something to do")
                .isInstanceOf(IOException.class);

        assertThatThrownBy(sync::sync).isInstanceOf(IOException.class);
        assertThatThrownBy(sync::finish).isInstanceOf(IOException.class);
        Files.createDirectory(folder);
        sync.finish();
        Files.delete(folder);

        assertThatCode(sync::finish).as("nothing is left to do").doesNotThrowAnyException();
        assertThatThrownBy(sync::sync).isInstanceOf(IOException.class);
        assertThat(folder).doesNotExist();
    }
}
