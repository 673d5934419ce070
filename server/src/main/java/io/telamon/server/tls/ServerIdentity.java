package io.telamon.server.tls;

import io.telamon.server.data.StartException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server proves who it is with.
 *
 * @param chain the server's certificate first, then those that signed it
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final char[] NO_PASSWORD = {};

    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** A context for listeners that show this identity and ask none of their clients. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            return context(managers.getKeyManagers());
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new StartException("this Java cannot serve TLS with the certificate: " + e.getMessage(), e);
        }
    }

    /** A context for listeners that show what those managers choose and ask their clients for nothing. */
    static SSLContext context(KeyManager... managers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new StartException("this Java cannot serve TLS: " + e.getMessage(), e);
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "Identity[" + certificate().getSubjectX500Principal() + "]";
    }
}
