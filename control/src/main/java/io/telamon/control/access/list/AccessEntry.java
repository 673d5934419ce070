package io.telamon.control.access.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an API access list.
 *
 * @param requestCount requests that came from the range since the entry was made
 * @param lastUsedAt when the last of them came, null before the first
 * @param lastUsedAddress where the last of them came from, null before the first
 */
public record AccessEntry(
        CidrBlock block,
        Instant createdAt,
        long requestCount,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {}
