package io.telamon.control.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an API access list.
 *
 * @param requestCount requests that came from the range since the entry was made
 */
record AccessEntry(
        IpRange range,
        Instant createdAt,
        long requestCount,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {}
