package io.telamon.control.cluster.option;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ProcessArgs;
import io.telamon.control.cluster.TlsSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the processes of a cluster are configured, in the versions from 2024-08-05 on. What nobody has set is {@code null} and written, as recorded. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProcessArgsView(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        List<String> customOpensslCipherConfigTls12,
        List<String> customOpensslCipherConfigTls13,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable String defaultWriteConcern,
        boolean javascriptEnabled,
        TlsSettings.Protocol minimumEnabledTlsProtocol,
        boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        int queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        TlsSettings.CipherMode tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds) {

    static ProcessArgsView of(ClusterSettings settings) {
        ProcessArgs args = settings.processArgs();
        TlsSettings tls = settings.tls();
        return new ProcessArgsView(
                args.changeStreamOptionsPreAndPostImagesExpireAfterSeconds(),
                args.chunkMigrationConcurrency(),
                tls.customOpensslCipherConfigTls12(),
                tls.customOpensslCipherConfigTls13(),
                args.defaultMaxTimeMS(),
                args.defaultWriteConcern(),
                args.allowsJavascript(),
                tls.minimumEnabledTlsProtocol(),
                Boolean.TRUE.equals(args.noTableScan()),
                args.oplogMinRetentionHours(),
                args.oplogSizeMB(),
                Objects.requireNonNullElse(args.queryStatsLogVerbosity(), OFF),
                args.sampleRefreshIntervalBIConnector(),
                args.sampleSizeBIConnector(),
                tls.tlsCipherConfigMode(),
                args.transactionLifetimeLimitSeconds());
    }

    /** The verbosity that logs no statistics, which clusters have that say nothing, as recorded. */
    private static final int OFF = 1;
}
