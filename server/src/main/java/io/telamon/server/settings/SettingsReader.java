package io.telamon.server.settings;

import static io.telamon.server.settings.SettingTable.*;
import static io.telamon.server.settings.SettingTable.ENGINE;

import io.telamon.control.http.HttpLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads all sources: the command line is stronger than the environment, the environment than the file. */
public final class SettingsReader {

    /** Binary digits of a mebibyte. */
    private static final int MIB = 20;

    private final SettingValues values = new SettingValues();

    private SettingsReader() {}

    /**
     * Reads the settings.
     *
     * @param valueOf the value of an option such as {@code --port} on the command line
     * @param environment the process's environment
     * @throws WrongSettingException for the first thing that is wrong; the message names setting, value and origin
     */
    public static Settings read(Function<String, Optional<String>> valueOf, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        reader.collect(valueOf, environment);
        return reader.settings();
    }

    private void collect(Function<String, Optional<String>> valueOf, Map<String, String> environment) {
        values.add(CommandLineSource.read(valueOf));
        values.add(EnvironmentSource.read(environment));
        values.find(CONFIG).ifPresent(file -> values.add(YamlSource.read(file, values.origin(CONFIG))));
    }

    private Settings settings() {
        Path dataDir = values.get(DATA_DIR);
        return new Settings(
                listening(),
                limits(),
                drivers(),
                values.get(ENGINE),
                dataDir,
                values.find(DATABASE),
                values.find(NODE)
                        .orElseGet(() ->
                                HostName.get() + "-" + ProcessHandle.current().pid()),
                values.find(CALENDAR),
                values.get(PACE),
                values.get(RATE_LIMITS),
                values.get(CLUSTER_LIMIT),
                values.get(DIGEST_ALGORITHM),
                masterKey(dataDir),
                values.get(LOG_LEVEL),
                new Settings.Output(values.get(LOG_REQUESTS), values.find(QUIET)),
                bootstrap());
    }

    private Settings.Listening listening() {
        if (values.has(TLS_NAMES) && values.has(TLS_CERT)) {
            throw contradiction(TLS_NAMES, TLS_CERT);
        }
        Settings.Listening listening = new Settings.Listening(
                values.get(ADDRESS),
                values.get(PORT),
                values.find(PUBLIC_URL),
                values.find(ADVERTISE),
                tls(),
                values.find(TLS_NAMES).orElse(List.of()));
        if (values.has(DNS_PORT) && listening.host().endsWith("." + values.get(CLUSTER_DOMAIN))) {
            throw new WrongSettingException(
                    "the host %s, from %s, is below cluster-domain, whose names dns-port resolves to that host itself; advertise an IP address or another name"
                            .formatted(
                                    listening.host(), values.origin(values.has(ADVERTISE) ? ADVERTISE : PUBLIC_URL)));
        }
        return listening;
    }

    private HttpLimits limits() {
        return HttpLimits.DEFAULT
                .connections(values.get(HTTP_CONNECTIONS), values.get(HTTP_CONNECTIONS_PER_ADDRESS))
                .timeouts(
                        Duration.ofSeconds(values.get(HTTP_HEAD_TIMEOUT)),
                        Duration.ofSeconds(values.get(HTTP_IDLE_TIMEOUT)),
                        Duration.ofSeconds(values.get(HTTP_BODY_TIMEOUT)))
                .bodyMemory((long) values.get(HTTP_BODY_MEMORY) << MIB);
    }

    private Settings.Drivers drivers() {
        return new Settings.Drivers(
                values.get(CLUSTER_PORTS), values.find(SHARED_PORT), values.get(CLUSTER_DOMAIN), values.find(DNS_PORT));
    }

    private Tls tls() {
        requireBoth(TLS_CERT, TLS_KEY);
        boolean auto = values.get(TLS) == TlsMode.AUTO;
        if (auto && values.has(TLS_CERT)) {
            throw contradiction(TLS, TLS_CERT);
        }
        return values.find(TLS_CERT)
                .<Tls>map(certificate -> new Tls.Files(certificate, values.get(TLS_KEY)))
                .orElse(auto ? new Tls.Auto() : new Tls.Off());
    }

    private MasterKeySource masterKey(Path dataDir) {
        if (values.has(MASTER_KEY) && values.has(MASTER_KEY_FILE)) {
            throw contradiction(MASTER_KEY, MASTER_KEY_FILE);
        }
        return values.find(MASTER_KEY)
                .<MasterKeySource>map(MasterKeySource.Stated::new)
                .orElseGet(() ->
                        new MasterKeySource.InFile(values.find(MASTER_KEY_FILE).orElse(dataDir.resolve("master.key"))));
    }

    private BootstrapSettings bootstrap() {
        requireBoth(PUBLIC_API_KEY, PRIVATE_API_KEY);
        requireBoth(CLIENT_ID, CLIENT_SECRET);
        return new BootstrapSettings(
                values.get(OWNER_EMAIL),
                values.get(ORG_NAME),
                values.find(ORG_ID),
                values.get(PROJECT_NAME),
                values.find(PROJECT_ID),
                values.find(PUBLIC_API_KEY).map(key -> new BootstrapSettings.ApiKey(key, values.get(PRIVATE_API_KEY))),
                values.find(CLIENT_ID).map(id -> new BootstrapSettings.ServiceAccount(id, values.get(CLIENT_SECRET))));
    }

    private void requireBoth(Setting<?> one, Setting<?> other) {
        if (values.has(one) != values.has(other)) {
            Setting<?> there = values.has(one) ? one : other;
            Setting<?> missing = values.has(one) ? other : one;
            throw new WrongSettingException("the setting %s, from %s, needs %s beside it (%s in the environment)"
                    .formatted(there.name(), values.origin(there), missing.name(), missing.variable()));
        }
    }

    private WrongSettingException contradiction(Setting<?> one, Setting<?> other) {
        return new WrongSettingException("the settings %s, from %s, and %s, from %s, contradict each other; keep one"
                .formatted(one.name(), values.origin(one), other.name(), values.origin(other)));
    }
}
