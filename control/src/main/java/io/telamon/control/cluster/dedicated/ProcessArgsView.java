package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
        String minimumEnabledTlsProtocol,
        boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        int queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        String tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds) {

    /** What every cluster has that nobody has configured, as recorded. */
    static final ProcessArgsView DEFAULTS = new ProcessArgsView(
            null, null, List.of(), List.of(), null, null, true, "TLS1_2", false, null, null, 1, null, null, "DEFAULT",
            null);
}
