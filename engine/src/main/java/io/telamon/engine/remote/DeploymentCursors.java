package io.telamon.engine.remote;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open cursors of which more than documents of users comes. */
final class DeploymentCursors {

    private final Map<Long, Content> open = new ConcurrentHashMap<>();

    void opened(long cursor, Content content) {
        if (content != Content.DOCUMENTS) {
            open.put(cursor, content);
        }
    }

    void ended(long cursor) {
        open.remove(cursor);
    }

    Content content(long cursor) {
        return open.getOrDefault(cursor, Content.DOCUMENTS);
    }
}
