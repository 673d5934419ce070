package io.telamon.control.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param totalCount number of items on all pages
 */
public record Page<T>(List<T> results, long totalCount) {

    public Page {
        results = List.copyOf(results);
    }

    /** The page with each item shown by {@code view}. */
    public <V> Page<V> map(java.util.function.Function<? super T, ? extends V> view) {
        return new Page<>(results.stream().<V>map(view).toList(), totalCount);
    }
}
