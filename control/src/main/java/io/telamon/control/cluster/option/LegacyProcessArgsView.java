package io.telamon.control.cluster.option;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ProcessArgs;
import io.telamon.control.cluster.TlsSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the processes of a cluster are configured, in version 2023-01-01, which has a default read concern and
 * {@code failIndexKeyTooLong} too. What nobody has set is {@code null} and written, as recorded.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LegacyProcessArgsView(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        List<String> customOpensslCipherConfigTls12,
        List<String> customOpensslCipherConfigTls13,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable String defaultReadConcern,
        @Nullable String defaultWriteConcern,
        @Nullable Boolean failIndexKeyTooLong,
        boolean javascriptEnabled,
        TlsSettings.Protocol minimumEnabledTlsProtocol,
        boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        TlsSettings.CipherMode tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds) {

    static LegacyProcessArgsView of(ClusterSettings settings) {
        ProcessArgs args = settings.processArgs();
        TlsSettings tls = settings.tls();
        return new LegacyProcessArgsView(
                args.changeStreamOptionsPreAndPostImagesExpireAfterSeconds(),
                args.chunkMigrationConcurrency(),
                tls.customOpensslCipherConfigTls12(),
                tls.customOpensslCipherConfigTls13(),
                args.defaultMaxTimeMS(),
                args.defaultReadConcern(),
                args.defaultWriteConcern(),
                args.failIndexKeyTooLong(),
                args.allowsJavascript(),
                tls.minimumEnabledTlsProtocol(),
                Boolean.TRUE.equals(args.noTableScan()),
                args.oplogMinRetentionHours(),
                args.oplogSizeMB(),
                args.queryStatsLogVerbosity(),
                args.sampleRefreshIntervalBIConnector(),
                args.sampleSizeBIConnector(),
                tls.tlsCipherConfigMode(),
                args.transactionLifetimeLimitSeconds());
    }
}
