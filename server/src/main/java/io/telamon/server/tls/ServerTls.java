package io.telamon.server.tls;

import io.telamon.server.settings.HostName;
import io.telamon.server.settings.Settings;
import io.telamon.server.settings.Settings.Listening;
import io.telamon.server.settings.Tls;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * What the settings of TLS come to.
 *
 * @param context for the API; nothing when it speaks plain http
 * @param clusters for the ports of clusters; nothing when they speak plain TCP
 * @param shared for the port that clusters share; nothing when there is none
 * @param caFile the certificate that clients need to trust, when there is a local one
 */
public record ServerTls(
        Optional<SSLContext> context,
        Optional<SSLContext> clusters,
        Optional<SSLContext> shared,
        Optional<Path> caFile) {

    /**
     * Reads, or makes, what is needed. A port that clusters share needs certificates even when nothing else does.
     *
     * @param folder where the local CA is kept
     * @throws io.telamon.server.data.StartException when the operator's own files cannot be used
     */
    public static ServerTls of(Settings settings, Path folder, Clock clock) {
        Listening listening = settings.listening();
        boolean shares = settings.drivers().sharedPort().isPresent();
        return switch (listening.tls()) {
            case Tls.Off off
            when !shares -> new ServerTls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            case Tls.Off off -> {
                LocalCa ca = new LocalCa(folder, clock);
                Optional<SSLContext> named = Optional.of(named(ca, identity(ca, listening), settings));
                yield new ServerTls(Optional.empty(), Optional.empty(), named, Optional.of(ca.file()));
            }
            case Tls.Files files -> {
                Optional<SSLContext> own = Optional.of(
                        PemFiles.read(files.certificate(), files.key()).context());
                yield new ServerTls(own, own, own.filter(context -> shares), Optional.empty());
            }
            case Tls.Auto auto -> {
                LocalCa ca = new LocalCa(folder, clock);
                ServerIdentity identity = identity(ca, listening);
                Optional<SSLContext> named = Optional.of(named(ca, identity, settings));
                yield new ServerTls(
                        Optional.of(identity.context()),
                        named,
                        named.filter(context -> shares),
                        Optional.of(ca.file()));
            }
        };
    }

    private static ServerIdentity identity(LocalCa ca, Listening listening) {
        Set<String> names = LocalCa.names(HostName.get(), listening.address());
        names.add(listening.host());
        names.addAll(listening.certificateNames());
        return ca.identity(names);
    }

    private static SSLContext named(LocalCa ca, ServerIdentity own, Settings settings) {
        return ServerIdentity.context(
                new NamedIdentities(own, settings.drivers().domain(), name -> ca.signed(List.of(name))));
    }
}
