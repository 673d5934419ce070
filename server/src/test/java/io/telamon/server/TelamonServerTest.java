package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.control.store.Stores;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.server.data.Credentials;
import io.telamon.server.data.CredentialsFile;
import io.telamon.server.data.StartException;
import io.telamon.server.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in this process, composed as {@code main} does it. */
class TelamonServerTest {

    @TempDir
    private Path folder;

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void set() {
        options.put("--port", "0");
        options.put("--data-dir", folder.resolve("data").toString());
    }

    @Test
    void servesHttpsUnderEveryNameOfThisMachineToWhoTrustsItsAuthority() throws Exception {
        options.put("--tls", "auto");
        try (TelamonServer server = start()) {
            Path authority = server.facts().caFile().orElseThrow();
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(authority)).build();
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                String url = "https://" + host + ":" + server.facts().port() + "/telamon/v1/health/ready";
                assertThat(get(trusting, url).statusCode()).isEqualTo(200);
                assertThat(get(trusting, url).headers().firstValue("Strict-Transport-Security"))
                        .contains("max-age=31536000; includeSubdomains;");
            }
            String malformed = "https://127.0.0.1:" + server.facts().port() + "/" + "x".repeat(5_000);
            assertThat(get(trusting, malformed).headers().firstValue("Strict-Transport-Security"))
                    .as("also of what is answered before it is routed")
                    .isPresent();
            assertThat(server.facts().credentialsFile())
                    .content()
                    .contains("MONGODB_ATLAS_BASE_URL=https://127.0.0.1:")
                    .contains("TELAMON_CA_FILE=" + authority);
        }
    }

    @Test
    void showsMetricsToOwnersOnlyAndHealthToEveryone() throws Exception {
        try (TelamonServer server = start()) {
            new WarmupRequests(server.facts(), credentials(server)).send();
            HttpClient stranger = HttpClient.newHttpClient();
            String base = server.facts().baseUrl() + "telamon/v1/";

            assertThat(get(stranger, base + "health/live").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(stranger, base + "health/live").headers().firstValue("Strict-Transport-Security"))
                    .as("never over plain http")
                    .isEmpty();
            assertThat(get(stranger, base + "metrics").statusCode()).isEqualTo(401);
            HttpResponse<String> metrics = new WarmupRequests(server.facts(), credentials(server)).metrics();
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(metrics.body())
                    .contains(
                            "telamon_http_requests_seconds_bucket{operation=\"createGroupFlexCluster\",status=\"201\"")
                    .contains("telamon_http_requests_seconds_count{operation=\"unknown\",status=\"401\"")
                    .containsPattern("telamon_store_commits_total [1-9]")
                    .contains("jvm_memory_used_bytes")
                    .contains("process_uptime_seconds");
        }
    }

    @Test
    void saysWhichCalendarIsInForceAndWhoSetIt() throws Exception {
        try (TelamonServer server = start()) {
            assertThat(server.facts().calendar()).isEqualTo("flex (2026-01-02)");
            WarmupRequests owner = new WarmupRequests(server.facts(), credentials(server));
            owner.send("PUT", "/telamon/v1/calendar", "{\"calendar\":\"sunset\"}", "Bearer " + owner.token());
        }
        try (TelamonServer server = start()) {
            assertThat(server.facts().calendar()).startsWith("sunset (2026-01-22), set by PUT /telamon/v1/calendar");
        }
        options.put("--calendar", "flex");
        try (TelamonServer server = start()) {
            assertThat(server.facts().calendar()).isEqualTo("flex (2026-01-02)");
        }
    }

    @Test
    void makesTheOwnerOnceAndTellsWhoItIs() throws IOException {
        options.put("--owner-email", "ann@example.org");
        try (TelamonServer server = start()) {
            assertThat(server.facts().ownerEmail()).contains("ann@example.org");
        }
        options.put("--owner-email", "bob@example.org");
        try (TelamonServer server = start()) {
            assertThat(server.facts().ownerEmail()).contains("ann@example.org");
            assertThat(Files.readString(server.facts().credentialsFile()))
                    .contains("MONGODB_ATLAS_USERNAME=ann@example.org\n")
                    .containsPattern("MONGODB_ATLAS_PROJECT_OWNER_ID=[a-f0-9]{24}\n");
        }
    }

    @Test
    void beginsWithTheCredentialsOfTheConfiguration() {
        stateCredentials();
        environment.put("TELAMON_BOOTSTRAP_ORG_ID", "0123456789abcdef01234567");
        environment.put("TELAMON_BOOTSTRAP_PROJECT_ID", "76543210fedcba9876543210");
        try (TelamonServer server = start()) {
            assertThat(credentials(server))
                    .isEqualTo(new Credentials(
                            "citester",
                            "11111111-2222-4333-8444-555555555555",
                            "mdb_sa_id_0123456789abcdef01234567",
                            "mdb_sa_sk_abcdefghijklmnop",
                            "0123456789abcdef01234567",
                            "76543210fedcba9876543210"));
        }
    }

    @Test
    void takesCredentialsThatAFirstStartHadWrittenBeforeItCrashed() throws IOException {
        // Given a file, and a database without an organization
        Credentials written;
        try (TelamonServer server = start()) {
            written = credentials(server);
        }
        Path database = folder.resolve("data/telamon.db");
        Files.delete(database);
        Stores.sqlite(database, new EssentialThreads()).close();

        // Then
        try (TelamonServer server = start()) {
            assertThat(server.facts().found()).isFalse();
            assertThat(credentials(server)).isEqualTo(written);
        }
    }

    @Test
    void letsNewCredentialsInWhenTheFileIsLost() throws Exception {
        // Given
        Path file;
        try (TelamonServer server = start()) {
            file = server.facts().credentialsFile();
        }
        Files.delete(file);
        try (TelamonServer server = start()) {
            assertThat(server.facts().found()).isTrue();
            assertThat(file).doesNotExist();
        }

        // When
        stateCredentials();

        // Then
        try (TelamonServer server = start()) {
            assertThat(credentials(server).publicKey()).isEqualTo("citester");
            new WarmupRequests(server.facts(), credentials(server)).send();
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (TelamonServer first = start()) {
            options.put("--port", Integer.toString(first.facts().port()));
            options.put("--data-dir", folder.resolve("other").toString());
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("port " + first.facts().port())
                    .withMessageContaining("--port");
        }
        start().close();
    }

    @Test
    void refusesADatabaseOfAnotherMasterKey() {
        start().close();
        environment.put("TELAMON_MASTER_KEY", "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=");
        assertThatExceptionOfType(StartException.class).isThrownBy(this::start).withMessageContaining("master key");
    }

    @Test
    void refusesAMasterKeyThatOthersMayRead() throws IOException {
        start().close();
        Files.setPosixFilePermissions(
                folder.resolve("data/master.key"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(StartException.class).isThrownBy(this::start).withMessageContaining("master.key");
    }

    private void stateCredentials() {
        environment.put("TELAMON_BOOTSTRAP_PUBLIC_API_KEY", "citester");
        environment.put("TELAMON_BOOTSTRAP_PRIVATE_API_KEY", "11111111-2222-4333-8444-555555555555");
        environment.put("TELAMON_BOOTSTRAP_CLIENT_ID", "mdb_sa_id_0123456789abcdef01234567");
        environment.put("TELAMON_BOOTSTRAP_CLIENT_SECRET", "mdb_sa_sk_abcdefghijklmnop");
    }

    private TelamonServer start() {
        return TelamonServer.start(
                SettingsReader.read(option -> Optional.ofNullable(options.get(option)), environment),
                Clock.systemUTC());
    }

    private static Credentials credentials(TelamonServer server) {
        return new CredentialsFile(server.facts().credentialsFile()).read().orElseThrow();
    }

    private static HttpResponse<String> get(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
