package io.telamon.control.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a list answer.
 *
 * @param status the HTTP status, when the client asked for an envelope
 * @param totalCount absent when the client asked not to be told
 */
record PageBody(
        List<Link> links,
        List<?> results,
        @Nullable Integer status,
        @Nullable Long totalCount) {}
