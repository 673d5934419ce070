package io.telamon.server.tls;

import io.telamon.server.settings.HostName;
import io.telamon.server.settings.Settings.Listening;
import io.telamon.server.settings.Tls;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What the settings of TLS come to.
 *
 * @param context for every listener of the server; nothing when it speaks plain http
 * @param caFile the certificate that clients need to trust, when it is a local one
 */
public record ServerTls(Optional<SSLContext> context, Optional<Path> caFile) {

    /**
     * Reads, or makes, what is needed.
     *
     * @param folder where the local CA is kept
     * @throws io.telamon.server.data.StartException when the operator's own files cannot be used
     */
    public static ServerTls of(Listening listening, Path folder, Clock clock) {
        return switch (listening.tls()) {
            case Tls.Off off -> new ServerTls(Optional.empty(), Optional.empty());
            case Tls.Files files ->
                new ServerTls(
                        Optional.of(
                                PemFiles.read(files.certificate(), files.key()).context()),
                        Optional.empty());
            case Tls.Auto auto -> {
                LocalCa ca = new LocalCa(folder, clock);
                Identity identity = ca.identity(LocalCa.names(HostName.get(), listening.address()));
                yield new ServerTls(Optional.of(identity.context()), Optional.of(ca.file()));
            }
        };
    }
}
