package io.telamon.server.tls;

import io.telamon.server.data.PrivateFile;
import io.telamon.server.data.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate authority of this data folder alone. Clients trust its certificate once; the server's own, which it
 * signs, is renewed at a start less than 30 days before its end, or when the names that it is for have changed.
 */
public final class LocalCa {

    private static final Logger log = LoggerFactory.getLogger(LocalCa.class);
    private static final Duration EARLY = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    /** A CA that is kept in a folder, made where there is none. */
    public LocalCa(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The CA's certificate in PEM form, for clients to trust. */
    public Path file() {
        return folder.resolve("ca.pem").toAbsolutePath().normalize();
    }

    /**
     * The server's identity, from the folder or fresh.
     *
     * @param names host names and IP addresses under which clients will ask for the server
     */
    public ServerIdentity identity(Collection<String> names) {
        createFolder();
        Set<String> all = new LinkedHashSet<>(names);
        return kept("server").filter(identity -> isFor(identity, all)).orElseGet(() -> renew(all));
    }

    /** An identity signed by this CA, which has to be made before, for this process alone. */
    ServerIdentity signed(Collection<String> names) {
        ServerIdentity authority =
                kept("ca").orElseThrow(() -> new IllegalStateException("there is no CA in " + folder));
        return new Issuer(clock).server(authority, names);
    }

    /** The names of a server on this machine that listens on an address; to be added to. */
    public static Set<String> names(String hostName, InetAddress listening) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", hostName));
        if (!listening.isAnyLocalAddress()) {
            names.add(listening.getHostAddress().split("%", -1)[0]);
        }
        return names;
    }

    private ServerIdentity renew(Set<String> names) {
        Issuer issuer = new Issuer(clock);
        ServerIdentity authority = kept("ca").orElseGet(() -> {
            log.info("making a local CA; clients need to trust {}", file());
            return keep("ca", issuer.authority());
        });
        return keep("server", issuer.server(authority, names));
    }

    private Optional<ServerIdentity> kept(String name) {
        Path certificate = folder.resolve(name + ".pem");
        Path key = folder.resolve(name + "-key.pem");
        if (!Files.exists(certificate) || !Files.exists(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PemFiles.read(certificate, key)).filter(this::lasts);
        } catch (StartException damaged) {
            log.warn("{}; it is made anew", damaged.getMessage());
            return Optional.empty();
        }
    }

    private boolean lasts(ServerIdentity identity) {
        Instant end = identity.certificate().getNotAfter().toInstant();
        return end.isAfter(clock.instant().plus(EARLY));
    }

    private ServerIdentity keep(String name, ServerIdentity identity) {
        PrivateFile.write(folder.resolve(name + "-key.pem"), Pem.of(identity.key()));
        PrivateFile.writeReadable(folder.resolve(name + ".pem"), Pem.of(identity.chain()));
        return identity;
    }

    private boolean isFor(ServerIdentity server, Set<String> names) {
        return kept("ca")
                        .filter(authority -> signed(authority.certificate(), server.certificate()))
                        .isPresent()
                && alternativeNames(server.certificate()).equals(names);
    }

    private static boolean signed(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> alternativeNames(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames().stream()
                    .map(entry -> String.valueOf(entry.get(1)))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("the folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }
}
