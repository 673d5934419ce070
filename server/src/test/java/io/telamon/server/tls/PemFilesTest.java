package io.telamon.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.server.data.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void make() {
        new LocalCa(folder, Clock.systemUTC()).identity(Set.of("localhost"));
        certificate = folder.resolve("server.pem");
        key = folder.resolve("server-key.pem");
    }

    @Test
    void readsAChainAndItsKey() {
        ServerIdentity identity = PemFiles.read(certificate, key);
        assertThat(identity.chain()).hasSize(2);
        assertThat(identity.context().getProtocol()).isEqualTo("TLS");
    }

    @Test
    void readsAnRsaKey() throws NoSuchAlgorithmException, IOException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        Path file = Files.writeString(folder.resolve("rsa.pem"), Pem.of(rsa));
        assertThat(PemFiles.key(file)).isEqualTo(rsa);
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        refuses(certificate, folder.resolve("ca-key.pem"), "does not belong to");
    }

    @Test
    void saysHowToConvertAKeyInAnotherForm() throws IOException {
        refuses(
                certificate,
                write("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"),
                "openssl pkcs8");
        refuses(
                certificate,
                write("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----"),
                "is encrypted");
        refuses(
                certificate,
                write("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
                "neither EC nor RSA");
        refuses(certificate, write("nothing"), "holds no private key");
    }

    @Test
    void namesTheFileThatHoldsNoCertificate() throws IOException {
        refuses(key, key, "holds no certificate");
        refuses(write(""), key, "holds no certificate");
        refuses(folder.resolve("absent.pem"), key, "there is no file");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("other.pem"), text);
    }

    private static void refuses(Path certificate, Path key, String because) {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> PemFiles.read(certificate, key))
                .withMessageContaining(because);
    }
}
