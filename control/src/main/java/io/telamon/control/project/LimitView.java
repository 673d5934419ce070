package io.telamon.control.project;

import io.telamon.control.limit.Limit;
import org.jspecify.annotations.Nullable;

/** A limit as the API shows it. */
record LimitView(
        long currentUsage,
        @Nullable Long defaultLimit,
        @Nullable Long maximumLimit,
        String name,
        long value) {

    static LimitView of(Limit limit, long value, long currentUsage) {
        return new LimitView(
                currentUsage, limit.standard().orElse(null), limit.maximum().orElse(null), limit.apiName(), value);
    }
}
