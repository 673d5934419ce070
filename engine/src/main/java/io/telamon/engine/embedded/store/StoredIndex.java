package io.telamon.engine.embedded.store;

import org.h2.mvstore.MVMap;

/** An index of this store. */
sealed interface StoredIndex permits UniqueIndex, OrderedIndex {

    /** Where its keys lie. */
    MVMap<?, ?> map();

    /** Takes out every key. */
    void clear();
}
