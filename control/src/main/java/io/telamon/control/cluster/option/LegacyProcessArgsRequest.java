package io.telamon.control.cluster.option;

import io.telamon.control.cluster.TlsSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client changes of the processes of a cluster in version 2023-01-01, which has two attributes more. */
@Valid
record LegacyProcessArgsRequest(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        @Nullable List<String> customOpensslCipherConfigTls12,
        @Nullable List<String> customOpensslCipherConfigTls13,
        @Nullable Integer defaultMaxTimeMS,

        @Nullable @Pattern(regexp = "local|available", message = "must be local or available")
        String defaultReadConcern,

        @Nullable String defaultWriteConcern,
        @Nullable Boolean failIndexKeyTooLong,
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
