package io.telamon.server;

import io.telamon.control.ControlPlane;
import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.IdentityModule;
import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.ApiServer;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.Stores;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.server.data.DataFolder;
import io.telamon.server.data.Owner;
import io.telamon.server.data.StartException;
import io.telamon.server.health.DiskSpace;
import io.telamon.server.health.HealthOperations;
import io.telamon.server.metrics.Metrics;
import io.telamon.server.settings.ClusterLimit;
import io.telamon.server.settings.MasterKeySource;
import io.telamon.server.settings.RateLimits;
import io.telamon.server.settings.Settings;
import io.telamon.server.tls.ServerTls;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a start, in their order: nobody is let in before everything is there. */
final class Startup {

    private static final Logger log = LoggerFactory.getLogger(Startup.class);

    private final Settings settings;
    private final Clock clock;
    private final ResourceStack opened;
    private final EssentialThreads threads = new EssentialThreads();

    Startup(Settings settings, Clock clock, ResourceStack opened) {
        this.settings = settings;
        this.clock = clock;
        this.opened = opened;
    }

    TelamonServer.Facts run() {
        DataFolder folder = opened.add(DataFolder.open(settings.dataDir()));
        ServerTls tls = ServerTls.of(settings, folder.certificates(), clock);
        Store store = opened.add(store(folder));
        MasterKey masterKey = masterKey(store);
        IdentityModule identity = opened.add(identity(store, masterKey));
        GatewayStartup data = opened.add(GatewayStartup.start(settings, clock, folder, tls, store, masterKey, threads));
        ControlPlane plane = opened.add(plane(store, identity, data));
        CredentialsBootstrap owners = new CredentialsBootstrap(
                identity.bootstrap(),
                settings.bootstrap(),
                folder.credentials(),
                new ObjectIdGenerator(clock),
                new CredentialsBootstrap.Place(settings.database().isPresent(), tls.caFile()));
        CredentialsBootstrap.Outcome outcome = owners.run();
        int port = opened.add(listen(tls, plane)).port();
        warnAboutAddress();
        owners.write(outcome, baseUrl(port));
        return facts(folder, tls, outcome, data, plane.calendar(), port);
    }

    private Store store(DataFolder folder) {
        try {
            return settings.database()
                    .map(url -> Stores.postgresql(url, threads))
                    .orElseGet(() -> Stores.sqlite(folder.database(), threads));
        } catch (RuntimeException e) {
            throw new StartException("the database cannot be opened: " + e.getMessage(), e);
        }
    }

    private IdentityModule identity(Store store, MasterKey masterKey) {
        AccessSettings access = new AccessSettings(
                settings.digestAlgorithm(),
                AccessSettings.DEFAULT.nonceLifetime(),
                AccessSettings.DEFAULT.tokenLifetime());
        try {
            return IdentityModule.in(store, clock, access, masterKey);
        } catch (IllegalStateException e) {
            throw new StartException(e.getMessage() + " It comes from " + masterKeyOrigin() + ".", e);
        }
    }

    private String masterKeyOrigin() {
        return switch (settings.masterKey()) {
            case MasterKeySource.Stated stated -> "the setting master-key";
            case MasterKeySource.InFile(Path file) ->
                file.toAbsolutePath().normalize().toString();
        };
    }

    private ControlPlane plane(Store store, IdentityModule identity, GatewayStartup data) {
        Metrics metrics = new Metrics();
        metrics.observe(store);
        return ControlPlane.start(
                store,
                clock,
                new ControlSettings(
                        settings.node(),
                        settings.pace(),
                        settings.calendar(),
                        settings.rateLimits() == RateLimits.ENFORCE,
                        settings.clusterLimit() == ClusterLimit.ENFORCE),
                identity,
                new ControlPlaneDependencies(
                        settings.output().requests() ? metrics.requests().and(new RequestLog()) : metrics.requests(),
                        api -> {
                            DiskSpace disk = DiskSpace.of(settings.dataDir());
                            new HealthOperations(store, threads, disk, data::isOutOfSpace).declare(api);
                            metrics.declare(api, new ScrapeOfServer(store, clock, disk, data), data.metering());
                        },
                        data.dataPlane(),
                        data.changes(),
                        data.metering(),
                        threads));
    }

    private MasterKey masterKey(Store store) {
        try {
            return switch (settings.masterKey()) {
                case MasterKeySource.Stated stated -> MasterKey.ofBase64(stated.base64());
                case MasterKeySource.InFile(Path file) -> inFile(file, store);
            };
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A key that was lost is never replaced, as what it encrypted would be lost with it. */
    private static MasterKey inFile(Path file, Store store) {
        if (!Files.exists(file) && MasterKey.hasEncryptedData(store)) {
            throw new StartException(
                    "the master key %s is missing, and API keys in the database are encrypted under it. Bring the file back from a copy, or name it with --master-key-file; docs/configuration.md says how to go on without it."
                            .formatted(file.toAbsolutePath().normalize()));
        }
        return MasterKey.inFile(file);
    }

    private ApiServer listen(ServerTls tls, ControlPlane plane) {
        Settings.Listening listening = settings.listening();
        try {
            return ApiServer.start(
                    listening.address(),
                    listening.port(),
                    tls.context(),
                    listening.publicUrl(),
                    settings.limits(),
                    plane.pipeline(),
                    threads);
        } catch (RuntimeException e) {
            throw new StartException(
                    "cannot listen on %s port %d: %s. %s"
                            .formatted(
                                    listening.address().getHostAddress(), listening.port(), e.getMessage(), advice()),
                    e);
        }
    }

    private String advice() {
        InetAddress address = settings.listening().address();
        return isOfThisMachine(address)
                ? "Is something there already? Choose another with --port, or 0 for a free one."
                : "This machine does not have that address. Choose one that it has with --address, and tell clients another with --advertise.";
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private void warnAboutAddress() {
        if (settings.listening().misleadsOtherMachines()) {
            log.warn(
                    "clients are told the host {}, which is this machine to each of them; set --advertise to the name or"
                            + " address by which other machines reach it",
                    settings.listening().host());
        }
    }

    private String baseUrl(int port) {
        return BaseUrl.of(settings.listening(), port);
    }

    private TelamonServer.Facts facts(
            DataFolder folder,
            ServerTls tls,
            CredentialsBootstrap.Outcome outcome,
            GatewayStartup data,
            Calendar calendar,
            int port) {
        return new TelamonServer.Facts(
                baseUrl(port),
                port,
                outcome.installation().organizationId().value(),
                outcome.installation().projectId().value(),
                outcome.owner().map(Owner::email),
                folder.credentials().path(),
                outcome.credentials().isPresent(),
                outcome.found(),
                tls.caFile(),
                settings.database().isPresent() ? "PostgreSQL" : folder.database() + " (SQLite)",
                data.engine(),
                inForce(calendar),
                settings.pace().name().toLowerCase(Locale.ROOT),
                ProcessUptime.get());
    }

    private static String inForce(Calendar calendar) {
        String origin = calendar.isSetWhileRunning()
                ? ", set by PUT /telamon/v1/calendar; the setting calendar replaces it"
                : "";
        return calendar.setting() + " (" + calendar.day() + ")" + origin;
    }
}
