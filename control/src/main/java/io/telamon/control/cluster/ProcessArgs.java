package io.telamon.control.cluster;

import org.jspecify.annotations.Nullable;

/** How the processes of a cluster are configured, by the names of the API; what is {@code null} is as the service has it. */
public record ProcessArgs(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable String defaultReadConcern,
        @Nullable String defaultWriteConcern,
        @Nullable Boolean failIndexKeyTooLong,
        @Nullable Boolean javascriptEnabled,
        @Nullable Boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        @Nullable Long transactionLifetimeLimitSeconds) {

    /** Nothing is configured. */
    public static final ProcessArgs NONE =
            new ProcessArgs(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether commands may run JavaScript. */
    public boolean allowsJavascript() {
        return javascriptEnabled == null || javascriptEnabled;
    }
}
