package io.telamon.control.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatItSealed() {
        MasterKey key = MasterKey.of(new byte[MasterKey.LENGTH]);

        assertThat(key.open(key.seal(SECRET, "this"), "this")).isEqualTo(SECRET);
        assertThat(key.seal(SECRET, "this")).isNotEqualTo(key.seal(SECRET, "this"));
    }

    @Test
    void opensForOnePurposeOnly() {
        MasterKey key = MasterKey.of(new byte[MasterKey.LENGTH]);
        String sealed = key.seal(SECRET, "this");

        assertThatThrownBy(() -> key.open(sealed, "that")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isMadeOnceAndFoundAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master.key");

        String sealed = MasterKey.inFile(file).seal(SECRET, "this");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKey.inFile(file).open(sealed, "this")).isEqualTo(SECRET);
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(MasterKey.ofBase64(Files.readString(file)).open(sealed, "this"))
                .isEqualTo(SECRET);
    }

    @Test
    void refusesAFileThatOthersMayRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey.inFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> MasterKey.inFile(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("0600");
    }

    @Test
    void refusesAFileWithoutAKey(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        assertThatThrownBy(() -> MasterKey.inFile(file)).hasMessageContaining(file.toString());
    }

    @Test
    void doesNotRepeatAWrongKey() {
        assertThatThrownBy(() -> MasterKey.ofBase64("hunter2!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
        assertThat(MasterKey.of(new byte[MasterKey.LENGTH])).hasToString("MasterKey[not shown]");
    }
}
