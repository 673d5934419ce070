package io.telamon.server.settings;

import io.telamon.control.access.digest.DigestAlgorithm;
import io.telamon.control.dataplane.PortRange;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.rehearsal.Pace;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server was told, from all sources.
 *
 * @param limits what HTTP clients may take
 * @param engine keeps the documents of clusters
 * @param database a {@code postgresql://} URL; without one, SQLite in the data folder
 * @param node names this server among those that share a database
 * @param calendar the name of a stage, a day, or {@code today}; when given, it replaces what was set while a server ran
 */
public record Settings(
        Listening listening,
        HttpLimits limits,
        Drivers drivers,
        EngineChoice engine,
        Path dataDir,
        Optional<String> database,
        String node,
        Optional<String> calendar,
        Pace pace,
        RateLimits rateLimits,
        ClusterLimit clusterLimit,
        DigestAlgorithm digestAlgorithm,
        MasterKeySource masterKey,
        LogLevel logLevel,
        Output output,
        BootstrapSettings bootstrap) {

    /**
     * Where the server listens, and where clients are told that it is.
     *
     * @param port 0 for a free one
     * @param publicUrl what links begin with, without a trailing slash
     * @param advertised what clients are told; nothing when nobody said
     * @param certificateNames further ones for the certificate of the local CA
     */
    public record Listening(
            InetAddress address,
            int port,
            Optional<String> publicUrl,
            Optional<Advertised> advertised,
            Tls tls,
            List<String> certificateNames) {

        /** The host that clients are told: a name in lower case or an IP address, one of IPv6 without brackets. */
        public String host() {
            return advertised
                    .map(Advertised::host)
                    .or(this::publicHost)
                    .orElse(address.isAnyLocalAddress() ? "127.0.0.1" : Advertised.literal(address));
        }

        /** Whether clients on other machines are told an address that is this machine only for themselves. */
        public boolean misleadsOtherMachines() {
            return address.isAnyLocalAddress() && advertised.isEmpty() && publicUrl.isEmpty();
        }

        private Optional<String> publicHost() {
            return publicUrl.map(url -> Advertised.host(URI.create(url).getHost()));
        }
    }

    /**
     * What the server tells besides its log.
     *
     * @param requests whether it logs each request
     * @param quiet whether the start prints one line; nothing when that depends on where output goes
     */
    public record Output(boolean requests, Optional<Boolean> quiet) {}

    /**
     * Where drivers connect.
     *
     * @param ports that clusters get
     * @param sharedPort one for all clusters
     * @param domain in which clusters have names
     * @param dnsPort where those names are resolved
     */
    public record Drivers(PortRange ports, Optional<Integer> sharedPort, String domain, Optional<Integer> dnsPort) {

        /** Whether there are SRV records of the domain: here, or elsewhere, as a set domain implies. */
        public boolean resolves() {
            return dnsPort.isPresent() || !domain.equals(SettingTable.LOCAL_DOMAIN);
        }
    }

    /** Not the record's own text, as the database's URL may hold a password. */
    @Override
    public String toString() {
        return "Settings[" + listening + ", " + dataDir + "]";
    }
}
