package io.telamon.server.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows clients a certificate for the name that they ask for: a wildcard for the names beside it, signed by the local CA when
 * it is asked for first. Clients that name nothing that is known are shown the server's own.
 */
final class NamedIdentities extends X509ExtendedKeyManager {

    private static final int KEPT = 1_000;
    private static final String OWN = "server";

    private final ServerIdentity own;
    private final String suffix;
    private final Function<String, ServerIdentity> signing;
    private final Cache<String, ServerIdentity> identities =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * Identities for the hosts of clusters.
     *
     * @param own for clients that name no such host
     * @param domain its hosts have two labels more
     * @param signing makes an identity for a name, which may be a wildcard
     */
    NamedIdentities(ServerIdentity own, String domain, Function<String, ServerIdentity> signing) {
        this.own = own;
        this.suffix = "." + domain;
        this.signing = signing;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return socket instanceof SSLSocket tls ? alias(keyType, tls.getHandshakeSession()) : alias(keyType, null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(keyType, engine == null ? null : engine.getHandshakeSession());
    }

    /** The name of an identity whose key is of that type. */
    private @Nullable String alias(String keyType, @Nullable SSLSession session) {
        String alias = asked(session).flatMap(this::wildcard).orElse(OWN);
        return identity(alias).key().getAlgorithm().equals(keyType) ? alias : null;
    }

    private static Optional<String> asked(@Nullable SSLSession session) {
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
                        .findFirst()
                : Optional.empty();
    }

    /** {@code *.hash.domain} for {@code label.hash.domain}. */
    private Optional<String> wildcard(String host) {
        int dot = host.indexOf('.');
        boolean known = host.endsWith(suffix)
                && dot > 0
                && dot < host.length() - suffix.length()
                && host.indexOf('.', dot + 1) == host.length() - suffix.length();
        return known ? Optional.of("*" + host.substring(dot)) : Optional.empty();
    }

    private ServerIdentity identity(String alias) {
        return alias.equals(OWN) ? own : identities.get(alias, signing);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return own.key().getAlgorithm().equals(keyType) ? new String[] {OWN} : new String[0];
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
