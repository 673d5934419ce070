package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        String minimumEnabledTlsProtocol,
        boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        String tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds) {

    static LegacyProcessArgsView of(ProcessArgsView args) {
        return new LegacyProcessArgsView(
                args.changeStreamOptionsPreAndPostImagesExpireAfterSeconds(),
                args.chunkMigrationConcurrency(),
                args.customOpensslCipherConfigTls12(),
                args.customOpensslCipherConfigTls13(),
                args.defaultMaxTimeMS(),
                null,
                args.defaultWriteConcern(),
                null,
                args.javascriptEnabled(),
                args.minimumEnabledTlsProtocol(),
                args.noTableScan(),
                args.oplogMinRetentionHours(),
                args.oplogSizeMB(),
                null,
                args.sampleRefreshIntervalBIConnector(),
                args.sampleSizeBIConnector(),
                args.tlsCipherConfigMode(),
                args.transactionLifetimeLimitSeconds());
    }
}
