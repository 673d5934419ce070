package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.server.data.CredentialsFile;
import io.telamon.server.data.StartException;
import io.telamon.server.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that lacks something: it is said, and nothing takes its place. */
class LostFilesTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void begin() {
        start().close();
    }

    @Test
    void replacesNoLostMasterKey() throws IOException {
        Files.delete(folder.resolve("master.key"));
        Set<String> before = files();

        refuses("master.key is missing", "--master-key-file", "docs/configuration.md");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void namesTheFileOfAnotherMasterKey() throws IOException {
        Files.writeString(folder.resolve("master.key"), "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=\n");

        refuses("master key", folder.resolve("master.key").toString());
    }

    @Test
    void goesOnWithoutTheMasterKeyAsTheDocumentationSays() throws Exception {
        // Given
        Files.delete(folder.resolve("master.key"));
        Matcher sql = SQL.matcher(Files.readString(Path.of("../docs/configuration.md")));
        assertThat(sql.find()).isTrue();

        // When
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("telamon.db"))) {
            connection.createStatement().executeUpdate(sql.group(1));
        }
        environment.put("TELAMON_BOOTSTRAP_PUBLIC_API_KEY", "citester");
        environment.put("TELAMON_BOOTSTRAP_PRIVATE_API_KEY", "11111111-2222-4333-8444-555555555555");

        // Then the service account is as it was, and the API key of the configuration is new
        try (TelamonServer server = start()) {
            new WarmupRequests(
                            server.facts(),
                            new CredentialsFile(server.facts().credentialsFile())
                                    .read()
                                    .orElseThrow())
                    .send();
            assertThat(folder.resolve("credentials.env")).content().contains("citester");
        }
        assertThat(folder.resolve("master.key")).exists();
    }

    @Test
    void beginsNothingAnewWhereTheDatabaseIsEmpty() throws IOException {
        Files.write(folder.resolve("telamon.db"), new byte[0]);
        Files.writeString(folder.resolve("telamon.db-wal"), "the log that may hold everything");

        refuses("telamon.db is empty", "--database", "--data-dir");

        assertThat(folder.resolve("telamon.db")).isEmptyFile();
        assertThat(folder.resolve("telamon.db-wal")).content().isEqualTo("the log that may hold everything");
    }

    @Test
    void beginsNothingAnewWhereTheDatabaseIsMissing() throws IOException {
        Files.delete(folder.resolve("telamon.db"));

        refuses("telamon.db is missing", "--database", "--data-dir");

        assertThat(folder.resolve("telamon.db")).doesNotExist();
    }

    @Test
    void saysThatTheDatabaseIsDamaged() throws IOException {
        Files.writeString(folder.resolve("telamon.db"), "no database at all");

        refuses("cannot be opened: the database is damaged");
    }

    @Test
    void namesEnginesWhereTheFileHasAnotherWord() throws IOException {
        Files.writeString(folder.resolve("engine.txt"), "steam\n");

        refuses("engine.txt names the engine \"steam\"", "embedded, deployment, mongod, ferretdb");
    }

    @Test
    void choosesNoEngineAnewWhereProcessesKeptClusters() throws IOException {
        Files.delete(folder.resolve("engine.txt"));
        Files.createDirectories(folder.resolve("engines/0123456789abcdef01234567"));

        refuses("engine.txt is missing", "--engine");

        assertThat(folder.resolve("engine.txt")).doesNotExist();
    }

    private void refuses(String... parts) {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> start().close())
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(parts).doesNotContain("\n"));
    }

    private TelamonServer start() {
        Map<String, String> options =
                Map.of("--port", "0", "--data-dir", folder.toString(), "--cluster-ports", "0", "--node", "test");
        return TelamonServer.start(
                SettingsReader.read(option -> Optional.ofNullable(options.get(option)), environment),
                Clock.systemUTC());
    }

    private Set<String> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toSet());
        }
    }
}
