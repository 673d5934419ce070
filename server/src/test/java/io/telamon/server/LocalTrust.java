package io.telamon.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client trusts that was told of a data folder's local CA and of no other. */
final class LocalTrust {

    private LocalTrust() {}

    /** Nothing where there is no local CA. */
    static Optional<SSLContext> of(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("tls").resolve("ca.pem");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return Optional.of(context);
    }
}
