package io.telamon.control.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values read from the store and kept while no writer changes them. Where other processes write to the same database
 * nothing is kept, as nobody would say when it changes.
 */
public final class SharedCache<K, V> {

    private final boolean keeps;
    private final Cache<K, Optional<V>> values;

    SharedCache(boolean keeps, int mostEntries) {
        this.keeps = keeps;
        this.values = Caffeine.newBuilder().maximumSize(mostEntries).build();
    }

    /** The value of the key, kept or loaded; nothing is kept of a key without a value. */
    public Optional<V> get(K key, Function<? super K, Optional<V>> load) {
        if (!keeps) {
            return load.apply(key);
        }
        Optional<V> value = values.get(key, load);
        if (value.isEmpty()) {
            values.invalidate(key);
        }
        return value;
    }

    /** Whether values are kept at all, that is, whether this process alone writes to the store. */
    public boolean keeps() {
        return keeps;
    }

    /** The value of the key if it is kept; nothing is read. */
    public Optional<V> kept(K key) {
        Optional<V> value = keeps ? values.getIfPresent(key) : null;
        return value == null ? Optional.empty() : value;
    }

    /** Drops the key's value as soon as the transaction is durable. A load under way is waited for and dropped too. */
    public void dropAfter(Transaction transaction, K key) {
        transaction.afterCommit(() -> values.invalidate(key));
    }

    /** Drops every value as soon as the transaction is durable. */
    public void dropAllAfter(Transaction transaction) {
        transaction.afterCommit(values::invalidateAll);
    }
}
