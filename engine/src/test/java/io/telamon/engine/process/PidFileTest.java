package io.telamon.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    private Path parent;

    private Path original;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        original = Files.createDirectory(parent.resolve("original")).resolve("process.txt");
        new PidFile(original).write(process);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void endsTheProcessThatWasLeftBehind() throws IOException {
        new PidFile(original).endTheOneLeftBehind();
        assertThat(process.isAlive()).isFalse();
        assertThat(original).doesNotExist();
    }

    @Test
    void endsItAlsoWhereTheFolderWasMoved() throws IOException {
        Path moved = Files.move(original.getParent(), parent.resolve("moved"));
        new PidFile(moved.resolve("process.txt")).endTheOneLeftBehind();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void leavesTheProcessOfTheFolderThatThisIsACopyOf() throws IOException {
        Path copy = Files.createDirectory(parent.resolve("copy")).resolve("process.txt");
        Files.copy(original, copy);
        new PidFile(copy).endTheOneLeftBehind();
        assertThat(process.isAlive()).isTrue();
        assertThat(copy).doesNotExist();
    }
}
