package io.telamon.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.control.access.digest.DigestAlgorithm;
import io.telamon.control.rehearsal.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final String KEY = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=";

    @TempDir
    private Path folder;

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void hasADefaultForEverythingThatNobodyGives() {
        // When
        Settings settings = read();

        // Then
        assertThat(settings.listening().port()).isEqualTo(8080);
        assertThat(settings.listening().address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.listening().tls()).isEqualTo(new Tls.Off());
        assertThat(settings.listening().publicUrl()).isEmpty();
        assertThat(settings.dataDir()).isEqualTo(Path.of("./data"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.calendar()).isEmpty();
        assertThat(settings.pace()).isEqualTo(Pace.QUICK);
        assertThat(settings.rateLimits()).isEqualTo(RateLimits.OBSERVE);
        assertThat(settings.digestAlgorithm()).isEqualTo(DigestAlgorithm.MD5);
        assertThat(settings.masterKey()).isEqualTo(new MasterKeySource.InFile(Path.of("./data/master.key")));
        assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
        assertThat(settings.bootstrap().projectName()).isEqualTo("default");
        assertThat(settings.bootstrap().apiKey()).isEmpty();
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironmentAndTheEnvironmentBeforeTheFile() throws IOException {
        // Given
        file("port: 1\naddress: 127.0.0.3\npace: cloud");
        environment.put("TELAMON_PORT", "2");
        environment.put("TELAMON_ADDRESS", "127.0.0.2");
        options.put("--port", "3");

        // When
        Settings settings = read();

        // Then
        assertThat(settings.listening().port()).isEqualTo(3);
        assertThat(settings.listening().address().getHostAddress()).isEqualTo("127.0.0.2");
        assertThat(settings.pace()).isEqualTo(Pace.CLOUD);
    }

    @Test
    void findsTheFileThatTheEnvironmentNames() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("other.yaml"), "pace: manual");
        environment.put("TELAMON_CONFIG", file.toString());

        // Then
        assertThat(read().pace()).isEqualTo(Pace.MANUAL);
    }

    @Test
    void readsEverySettingThatTheFileAndTheEnvironmentCanHold() throws IOException {
        // Given
        file("""
                public-url: https://atlas.example.com/
                tls-cert: cert.pem
                tls-key: key.pem
                database: postgresql://db/telamon?user=telamon
                node: one
                calendar: 2025-06-30
                rate-limits: enforce
                digest-algorithm: SHA-256
                log-level: debug
                bootstrap:
                  org-name: Example
                  org-id: 0123456789abcdef01234567
                  project-id: 76543210fedcba9876543210
                  public-api-key: abcdefgh
                  private-api-key: 11111111-2222-3333-4444-555555555555
                """);
        environment.put("TELAMON_MASTER_KEY", KEY);
        environment.put("TELAMON_BOOTSTRAP_CLIENT_ID", "mdb_sa_id_0123456789abcdef01234567");
        environment.put("TELAMON_BOOTSTRAP_CLIENT_SECRET", "mdb_sa_sk_abcdefghijklmnop");

        // When
        Settings settings = read();

        // Then
        assertThat(settings.listening().publicUrl()).contains("https://atlas.example.com");
        assertThat(settings.listening().tls()).isEqualTo(new Tls.Files(Path.of("cert.pem"), Path.of("key.pem")));
        assertThat(settings.database()).contains("postgresql://db/telamon?user=telamon");
        assertThat(settings.node()).isEqualTo("one");
        assertThat(settings.calendar()).contains("2025-06-30");
        assertThat(settings.rateLimits()).isEqualTo(RateLimits.ENFORCE);
        assertThat(settings.digestAlgorithm()).isEqualTo(DigestAlgorithm.SHA_256);
        assertThat(settings.masterKey()).isEqualTo(new MasterKeySource.Stated(KEY));
        assertThat(settings.logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(settings.bootstrap().organizationName()).isEqualTo("Example");
        assertThat(settings.bootstrap().organizationId()).contains("0123456789abcdef01234567");
        assertThat(settings.bootstrap().projectId()).contains("76543210fedcba9876543210");
        assertThat(settings.bootstrap().apiKey())
                .contains(new BootstrapSettings.ApiKey("abcdefgh", "11111111-2222-3333-4444-555555555555"));
        assertThat(settings.bootstrap().serviceAccount())
                .contains(new BootstrapSettings.ServiceAccount(
                        "mdb_sa_id_0123456789abcdef01234567", "mdb_sa_sk_abcdefghijklmnop"));
    }

    @Test
    void namesSettingValueAndOriginOfAWrongValueOnTheCommandLine() {
        options.put("--port", "70000");
        refusal()
                .isEqualTo("the setting port is \"70000\", from --port on the command line;"
                        + " it must be a whole number from 0 to 65535");
    }

    @Test
    void namesSettingValueAndOriginOfAWrongValueInTheEnvironment() {
        environment.put("TELAMON_PACE", "fast");
        refusal()
                .isEqualTo("the setting pace is \"fast\", from TELAMON_PACE in the environment;"
                        + " it must be one of cloud, quick, instant, manual");
    }

    @Test
    void namesSettingValueFileAndLineOfAWrongValueInTheFile() throws IOException {
        Path file = file("port: 8081\ncalendar: tomorrow");
        refusal()
                .isEqualTo("the setting calendar is \"tomorrow\", from " + file + ", line 2;"
                        + " it must be serverless, flex, sunset, today, or a day such as 2025-06-30");
    }

    @Test
    void refusesAWrongValueThatAStrongerSourceCovers() throws IOException {
        file("port: many");
        options.put("--port", "0");
        refusal().contains("\"many\"");
    }

    @Test
    void neverShowsASecretThatIsWrong() {
        environment.put("TELAMON_MASTER_KEY", "dG9vc2hvcnQ=");
        refusal().contains("master-key is (not shown)").doesNotContain("dG9vc2hvcnQ");
        environment.clear();
        environment.put("TELAMON_DATABASE", "mysql://root:hunter2@db");
        refusal().contains("database is (not shown)").doesNotContain("hunter2");
    }

    @Test
    void refusesAnUnknownVariableAndGuessesWhatWasMeant() {
        environment.put("TELAMON_PROT", "1");
        refusal()
                .isEqualTo("the environment has the variable TELAMON_PROT, which names no setting;"
                        + " did you mean TELAMON_PORT?");
    }

    @Test
    void passesOverVariablesOfTheLauncherAndOfClients() {
        environment.put("TELAMON_JAVA_OPTS", "-Xmx1g");
        environment.put("TELAMON_CA_FILE", "ca.pem");
        environment.put("TELAMON_PORT", "");
        assertThat(read().listening().port()).isEqualTo(8080);
    }

    @Test
    void refusesAnUnknownKeyInTheFile() throws IOException {
        Path file = file("bootstrap:\n  orgid: abc");
        refusal()
                .isEqualTo(file + ", line 2 has the key bootstrap.orgid, which names no setting;"
                        + " did you mean bootstrap.org-id?");
    }

    @Test
    void refusesAFileOfAnotherForm() throws IOException {
        file("- port: 1");
        refusal().contains("is a list");
        file("just words");
        refusal().contains("holds no settings");
        file("bootstrap: yes");
        refusal().contains("is a section");
        file("port:\n  number: 1");
        refusal().contains("takes one value");
        Path file = file("port: 1\nport: 2");
        refusal().isEqualTo(file + ", line 2 has the key port a second time");
        file("port: [1");
        refusal().contains("is not well-formed YAML");
    }

    @Test
    void takesAnEmptyFile() throws IOException {
        file("# nothing yet\n");
        assertThat(read().listening().port()).isEqualTo(8080);
        file("port:\nbootstrap:\n");
        assertThat(read().listening().port()).isEqualTo(8080);
    }

    @Test
    void saysWhoNamedAFileThatIsNotThere() {
        options.put("--config", folder.resolve("absent.yaml").toString());
        refusal().contains("there is no file").contains("absent.yaml, named by --config on the command line");
    }

    @Test
    void refusesHalvesAndContradictions() {
        options.put("--tls-cert", "cert.pem");
        refusal().contains("tls-cert, from --tls-cert on the command line, needs tls-key beside it");
        options.put("--tls-key", "key.pem");
        options.put("--tls", "auto");
        refusal().contains("contradict each other");
        options.clear();
        environment.put("TELAMON_BOOTSTRAP_PUBLIC_API_KEY", "abcdefgh");
        refusal().contains("needs bootstrap.private-api-key beside it");
        environment.clear();
        environment.put("TELAMON_MASTER_KEY", KEY);
        environment.put("TELAMON_MASTER_KEY_FILE", "key");
        refusal().contains("contradict each other");
    }

    @Test
    void advertisesWhatIsGivenElseThePublicHostElseTheAddressListenedOn() {
        options.put("--address", "127.0.0.3");
        assertThat(read().listening().host()).isEqualTo("127.0.0.3");
        options.put("--public-url", "https://Atlas.example.com:8443");
        assertThat(read().listening().host()).isEqualTo("atlas.example.com");
        options.put("--advertise", "Box.example.com:9090");
        assertThat(read().listening().host()).isEqualTo("box.example.com");
        assertThat(read().listening().advertised()).contains(new Advertised("box.example.com", Optional.of(9090)));
    }

    @Test
    void knowsThatAllAddressesAreNoneToConnectTo() {
        options.put("--address", "0.0.0.0");
        assertThat(read().listening().host()).isEqualTo("127.0.0.1");
        assertThat(read().listening().misleadsOtherMachines()).isTrue();
        options.put("--advertise", "[2001:DB8::7]:80");
        assertThat(read().listening().host()).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(read().listening().misleadsOtherMachines()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "a b",
                "box:0",
                "box:70000",
                "box:",
                ":80",
                "http://box",
                "1.2.3",
                "300.1.1.1",
                "[::1"
            })
    void refusesToAdvertiseWhatNobodyCanConnectTo(String host) {
        options.put("--advertise", host);
        refusal().startsWith("the setting advertise is \"" + host + "\", from --advertise on the command line");
    }

    @Test
    void refusesToResolveTheAdvertisedNameToItself() {
        options.put("--advertise", "gate.db.test");
        options.put("--cluster-domain", "db.test");
        assertThat(read().listening().host()).isEqualTo("gate.db.test");
        options.put("--dns-port", "5353");
        refusal().contains("gate.db.test", "--advertise on the command line", "cluster-domain");
    }

    @Test
    void takesNamesForTheCertificateOfTheLocalCaAlone() {
        options.put("--tls-names", "Box.example.com, *.db.test,2001:db8::7");
        assertThat(read().listening().certificateNames())
                .containsExactly("box.example.com", "*.db.test", "2001:db8:0:0:0:0:0:7");
        options.put("--tls-cert", "cert.pem");
        options.put("--tls-key", "key.pem");
        refusal().contains("tls-names", "tls-cert", "contradict each other");
    }

    @Test
    void printsNoSecret() {
        environment.put("TELAMON_MASTER_KEY", KEY);
        environment.put("TELAMON_DATABASE", "postgresql://db/telamon?password=hunter2");
        environment.put("TELAMON_BOOTSTRAP_CLIENT_ID", "mdb_sa_id_0123456789abcdef01234567");
        environment.put("TELAMON_BOOTSTRAP_CLIENT_SECRET", "mdb_sa_sk_abcdefghijklmnop");
        Settings settings = read();
        assertThat(settings + " " + settings.masterKey() + " " + settings.bootstrap())
                .doesNotContain(KEY, "hunter2", "mdb_sa_sk_");
    }

    private Settings read() {
        return SettingsReader.read(option -> Optional.ofNullable(options.get(option)), environment);
    }

    private AbstractStringAssert<?> refusal() {
        return assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(this::read)
                .extracting(Throwable::getMessage, org.assertj.core.api.InstanceOfAssertFactories.STRING);
    }

    private Path file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("telamon.yaml"), text);
        options.put("--config", file.toString());
        return file;
    }
}
