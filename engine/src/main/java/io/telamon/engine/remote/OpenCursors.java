package io.telamon.engine.remote;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open cursors whose documents tell names of databases, such as those of change streams. */
final class OpenCursors {

    private final Set<Long> telling = ConcurrentHashMap.newKeySet();

    void opened(long cursor) {
        telling.add(cursor);
    }

    void ended(long cursor) {
        telling.remove(cursor);
    }

    boolean tellNames(long cursor) {
        return telling.contains(cursor);
    }
}
