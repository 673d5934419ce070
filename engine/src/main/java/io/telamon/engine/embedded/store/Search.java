package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What to find in a collection.
 *
 * @param query what documents have to match
 * @param order by which fields to sort them, if not as they were inserted
 * @param projection what to show of each, if not all
 * @param skip how many to leave out first
 * @param limit how many at most, 0 for all
 */
public record Search(
        Document query, @Nullable Document order, @Nullable Document projection, int skip, int limit) {

    private static final String NATURAL = "$natural";

    /** All that match, whole. */
    public static Search of(Document query) {
        return new Search(query, null, null, 0, 0);
    }

    /** Whether the documents have to be sorted. */
    boolean sorts() {
        return order != null && !order.isEmpty() && !natural();
    }

    /** Whether an order of insertion is asked for, so that no index may bring them in another. */
    boolean natural() {
        return order != null
                && NATURAL.equals(order.keySet().stream().findFirst().orElse(""));
    }

    /** Whether the newest come first. */
    boolean newestFirst() {
        return natural() && order != null && order.get(NATURAL) instanceof Number direction && direction.intValue() < 0;
    }
}
