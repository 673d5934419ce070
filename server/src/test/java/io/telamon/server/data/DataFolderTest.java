package io.telamon.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Credentials CREDENTIALS =
            new Credentials("abcdefgh", "private", "mdb_sa_id_1", "mdb_sa_sk_2", "org", "project");

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void name() {
        folder = parent.resolve("deep/data");
    }

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            assertThat(mode(folder)).isEqualTo("rwx------");
            assertThat(open.database().getParent()).isEqualTo(folder);
        }
    }

    @Test
    void refusesASecondServerUntilTheFirstIsGone() {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThat(first.database()).isNotNull();
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .withMessageContaining("another Telamon")
                    .withMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .withMessageContaining("--data-dir");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void refusesASecondServerAlsoWhereTheLockFileWasDeleted() throws IOException {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThat(first.database()).isNotNull();
            Files.delete(folder.resolve("telamon.lock"));
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .withMessageContaining("another Telamon")
                    .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.open(folder).close();
    }

    @Test
    void writesTheEngineWholeAndOnce() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            open.keepEngine("embedded");
            assertThat(open.engine()).contains("embedded");
            Files.setLastModifiedTime(open.engineFile(), java.nio.file.attribute.FileTime.fromMillis(0));
            open.keepEngine("embedded");
            assertThat(Files.getLastModifiedTime(open.engineFile()).toMillis()).isZero();
        }
    }

    @Test
    void removesWhatAKilledServerHadUnpacked() throws IOException {
        Path left = folder.resolve("native/sqlite-of-a-killed-server.so");
        DataFolder.open(folder).close();
        Files.createFile(left);
        try (DataFolder open = DataFolder.open(folder)) {
            assertThat(open.certificates()).doesNotExist();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void saysWhatToDoWithAFolderThatCannotBe() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageContaining("Choose another with --data-dir");
    }

    @Test
    void keepsCredentialsInAFileThatOnlyItsOwnerReads() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            CredentialsFile file = open.credentials();
            file.write(
                    CREDENTIALS,
                    Optional.of(new Owner("owner@example.org", "0a")),
                    "http://127.0.0.1:8080/",
                    Optional.of(Path.of("/ca.pem")));
            assertThat(mode(file.path())).isEqualTo("rw-------");
            assertThat(file.path()).hasContent("""
                    MONGODB_ATLAS_BASE_URL=http://127.0.0.1:8080/
                    MONGODB_ATLAS_PUBLIC_API_KEY=abcdefgh
                    MONGODB_ATLAS_PRIVATE_API_KEY=private
                    MONGODB_ATLAS_CLIENT_ID=mdb_sa_id_1
                    MONGODB_ATLAS_CLIENT_SECRET=mdb_sa_sk_2
                    MONGODB_ATLAS_ORG_ID=org
                    MONGODB_ATLAS_PROJECT_ID=project
                    MONGODB_ATLAS_USERNAME=owner@example.org
                    MONGODB_ATLAS_PROJECT_OWNER_ID=0a
                    TELAMON_CA_FILE=/ca.pem
                    """);
        }
    }

    @Test
    void rewritesTheCredentialsWithTheirSecretsAndLeavesNothingBeside() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            CredentialsFile file = open.credentials();
            file.write(CREDENTIALS, Optional.empty(), "http://127.0.0.1:1/", Optional.empty());
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-rw-"));

            Credentials read = file.read().orElseThrow();
            file.write(read, Optional.empty(), "http://127.0.0.1:2/", Optional.empty());

            assertThat(read).isEqualTo(CREDENTIALS);
            assertThat(mode(file.path())).isEqualTo("rw-------");
            assertThat(file.path()).content().contains("http://127.0.0.1:2/").doesNotContain("127.0.0.1:1/", "CA_FILE");
            try (var files = Files.list(folder)) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(Path::getFileName)
                                .map(Path::toString))
                        .containsExactlyInAnyOrder("telamon.lock", "credentials.env");
            }
        }
    }

    @Test
    void staysStagedUntilTheFileIsWritten() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            CredentialsFile file = open.credentials();
            file.stage(CREDENTIALS);
            assertThat(file.path()).doesNotExist();
            assertThat(file.read()).as("after a crash").contains(CREDENTIALS);

            file.write(CREDENTIALS, Optional.empty(), "http://127.0.0.1:1/", Optional.empty());
            assertThat(folder.resolve(".credentials.env.staged")).doesNotExist();
        }
    }

    @Test
    void isReadByAShellWhateverThePathsAre() throws Exception {
        try (DataFolder open = DataFolder.open(folder)) {
            CredentialsFile file = open.credentials();
            Path ca = Path.of("/my data/$(id) it's/ca.pem");
            file.write(CREDENTIALS, Optional.empty(), "http://[::1]:1/", Optional.of(ca));

            Process shell = new ProcessBuilder(
                            "sh",
                            "-c",
                            ". \"$1\"; printf %s \"$TELAMON_CA_FILE $MONGODB_ATLAS_BASE_URL\"",
                            "sh",
                            file.path().toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(ca + " http://[::1]:1/");
            assertThat(file.read()).contains(CREDENTIALS);
        }
    }

    @Test
    void findsNoCredentialsInAFileThatIsGoneOrIncomplete() throws IOException {
        try (DataFolder open = DataFolder.open(folder)) {
            assertThat(open.credentials().read()).isEmpty();
            Files.writeString(open.credentials().path(), "MONGODB_ATLAS_ORG_ID=org\n");
            assertThat(open.credentials().read()).isEmpty();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
