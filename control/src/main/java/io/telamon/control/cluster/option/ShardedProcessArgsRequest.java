package io.telamon.control.cluster.option;

import io.telamon.control.cluster.TlsSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client changes of the processes of a cluster in the versions from 2024-08-05 on. */
record ShardedProcessArgsRequest(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        @Nullable List<String> customOpensslCipherConfigTls12,
        @Nullable List<String> customOpensslCipherConfigTls13,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable String defaultWriteConcern,
        @Nullable Boolean javascriptEnabled,
        TlsSettings.@Nullable Protocol minimumEnabledTlsProtocol,
        @Nullable Boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        TlsSettings.@Nullable CipherMode tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds)
        implements ProcessArgsRequest {}
