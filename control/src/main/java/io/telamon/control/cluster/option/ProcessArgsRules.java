package io.telamon.control.cluster.option;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.ProcessArgs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What processes can be configured to. */
final class ProcessArgsRules {

    private static final int SMALLEST_OPLOG = 990;
    private static final int MEGABYTES = 1024;

    private ProcessArgsRules() {}

    /**
     * Checks a configuration.
     *
     * @param diskGb the size of the disks in gigabytes
     * @throws ApiException the code of the first rule that is broken
     */
    static void check(ProcessArgs args, double diskGb) {
        Integer oplog = args.oplogSizeMB();
        if (oplog != null) {
            ErrorCode.OPLOG_SIZE_MB_LESS_THAN_EQUAL_ZERO.refuseIf(oplog <= 0);
            ErrorCode.OPLOG_SIZE_MB_LESS_THAN_990.refuseIf(oplog < SMALLEST_OPLOG);
            ErrorCode.OPLOG_SIZE_MB_TOO_BIG.refuseIf(
                    oplog > diskGb * MEGABYTES, "oplogSizeMB " + oplog + " is more than the disks have");
        }
        ErrorCode.INVALID_SAMPLE_SIZE_BI_CONNECTOR.refuseIf(isBelow(0, args.sampleSizeBIConnector()));
        ErrorCode.INVALID_SAMPLE_REFRESH_INTERVAL_BI_CONNECTOR.refuseIf(
                isBelow(0, args.sampleRefreshIntervalBIConnector()));
        require(
                "transactionLifetimeLimitSeconds",
                "must be at least 1",
                !isBelow(1, args.transactionLifetimeLimitSeconds()));
        require("oplogMinRetentionHours", "must not be negative", !isBelow(0, args.oplogMinRetentionHours()));
        require("chunkMigrationConcurrency", "must be at least 1", !isBelow(1, args.chunkMigrationConcurrency()));
        require("defaultMaxTimeMS", "must not be negative", !isBelow(0, args.defaultMaxTimeMS()));
        require(
                "changeStreamOptionsPreAndPostImagesExpireAfterSeconds",
                "must be at least 1, or -1 for the service's own",
                !isBelow(-1, args.changeStreamOptionsPreAndPostImagesExpireAfterSeconds()));
        Integer verbosity = args.queryStatsLogVerbosity();
        require("queryStatsLogVerbosity", "must be 1 or 3", verbosity == null || verbosity == 1 || verbosity == 3);
    }

    private static boolean isBelow(int least, @Nullable Number value) {
        return value != null && value.doubleValue() < least;
    }

    private static void require(String attribute, String expectation, boolean isMet) {
        if (!isMet) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(List.of(new Violation(attribute, expectation)), attribute);
        }
    }
}
