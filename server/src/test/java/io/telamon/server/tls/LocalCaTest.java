package io.telamon.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCaTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");

    @TempDir
    private Path folder;

    @Test
    void signsACertificateForEveryName() throws Exception {
        // When
        ServerIdentity identity = ca(NOW).identity(NAMES);

        // Then
        assertThat(identity.chain()).hasSize(2);
        X509Certificate authority = PemFiles.certificates(ca(NOW).file()).getFirst();
        identity.certificate().verify(authority.getPublicKey());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(identity.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(alternativeNames(identity)).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(identity.certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void keepsTheKeysToTheirOwner() throws Exception {
        ca(NOW).identity(NAMES);
        assertThat(mode("ca-key.pem")).isEqualTo("rw-------");
        assertThat(mode("server-key.pem")).isEqualTo("rw-------");
        assertThat(mode("ca.pem")).isEqualTo("rw-r--r--");
    }

    @Test
    void findsBothCertificatesAtTheNextStart() {
        ServerIdentity first = ca(NOW).identity(NAMES);
        ServerIdentity second = ca(NOW.plus(Duration.ofDays(300))).identity(NAMES);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void renewsTheServersCertificateNearItsEndUnderTheSameAuthority() {
        ServerIdentity first = ca(NOW).identity(NAMES);
        ServerIdentity second = ca(NOW.plus(Duration.ofDays(370))).identity(NAMES);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.chain().getLast()).isEqualTo(first.chain().getLast());
    }

    @Test
    void renewsTheServersCertificateForAFurtherName() throws Exception {
        ca(NOW).identity(NAMES);
        ServerIdentity second = ca(NOW).identity(Set.of("localhost", "atlas.example.com"));
        assertThat(alternativeNames(second)).containsExactlyInAnyOrder("localhost", "atlas.example.com");
    }

    @Test
    void makesANewAuthorityNearItsEnd() {
        ServerIdentity first = ca(NOW).identity(NAMES);
        ServerIdentity second = ca(NOW.plus(Duration.ofDays(3640))).identity(NAMES);
        assertThat(second.chain().getLast()).isNotEqualTo(first.chain().getLast());
    }

    @Test
    void replacesADamagedCertificate() throws Exception {
        ca(NOW).identity(NAMES);
        Files.writeString(folder.resolve("server.pem"), "damaged");
        assertThat(ca(NOW).identity(NAMES).chain()).hasSize(2);
    }

    @Test
    void namesTheAddressThatTheServerListensOn() throws UnknownHostException {
        assertThat(LocalCa.names("box", InetAddress.getByName("192.0.2.7")))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "box", "192.0.2.7");
        assertThat(LocalCa.names("box", InetAddress.getByName("0.0.0.0"))).doesNotContain("0.0.0.0");
    }

    private LocalCa ca(Instant now) {
        return new LocalCa(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String mode(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private static Set<String> alternativeNames(ServerIdentity identity) throws CertificateParsingException {
        return identity.certificate().getSubjectAlternativeNames().stream()
                .map(entry -> (String) entry.get(1))
                .collect(java.util.stream.Collectors.toSet());
    }
}
