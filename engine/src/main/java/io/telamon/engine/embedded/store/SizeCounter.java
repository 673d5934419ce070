package io.telamon.engine.embedded.store;

import org.h2.mvstore.MVMap;

/** How many bytes a map holds, kept beside it so that nobody has to count. Changed by one thread at a time. */
final class SizeCounter {

    private final MVMap<String, Long> sizes;
    private final MVMap<?, ?> of;

    SizeCounter(Maps maps, MVMap<?, ?> of) {
        this.sizes = maps.sizes();
        this.of = of;
    }

    void add(long bytes) {
        if (bytes != 0) {
            sizes.put(key(), bytes() + bytes);
        }
    }

    long bytes() {
        Long bytes = sizes.get(key());
        return bytes == null ? 0 : bytes;
    }

    void forget() {
        sizes.remove(key());
    }

    /** Maps keep their number when they are renamed. */
    private String key() {
        return Integer.toString(of.getId());
    }
}
