package io.telamon.control.api;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One page of a list.
 *
 * @param totalCount number of items on all pages; where it is not asked for, of those that are known
 */
public record Page<T>(List<T> results, long totalCount) {

    public Page {
        results = List.copyOf(results);
    }

    /**
     * A page of items that were read in order.
     *
     * @param found the items from {@link PageRequest#offset()} on, at most {@link PageRequest#limit()} of them
     * @param count tells the number of items on all pages; it is asked only where that is wanted and does not follow from
     *     what was found
     */
    public static <T> Page<T> of(PageRequest asked, List<T> found, LongSupplier count) {
        boolean isLast = found.size() < asked.limit() && (asked.offset() == 0 || !found.isEmpty());
        List<T> results = found.subList(0, Math.min(found.size(), asked.itemsPerPage()));
        return new Page<>(results, isLast || !asked.includeCount() ? asked.offset() + found.size() : count.getAsLong());
    }

    /** A page of a list that is known as a whole. */
    public static <T> Page<T> of(PageRequest asked, Collection<T> all) {
        List<T> results =
                all.stream().skip(asked.offset()).limit(asked.itemsPerPage()).toList();
        return new Page<>(results, all.size());
    }

    /** The page with each item shown by {@code view}. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(results.stream().<V>map(view).toList(), totalCount);
    }
}
