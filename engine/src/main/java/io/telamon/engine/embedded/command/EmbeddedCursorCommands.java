package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.Cursors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The commands that go on with a cursor or end it. */
final class EmbeddedCursorCommands {

    private EmbeddedCursorCommands() {}

    static Document getMore(CommandCall call) {
        if (!(call.body().get("getMore") instanceof Number id)
                || !(call.body().get("collection") instanceof String name)) {
            throw CommandErrors.failedToParse("getMore needs a cursor id and a collection");
        }
        int most = call.count("batchSize").filter(size -> size > 0).orElse(Integer.MAX_VALUE);
        return call.store().cursors().next(id.longValue(), call.database() + "." + name, most);
    }

    static Document killCursors(CommandCall call) {
        if (!(call.body().get("cursors") instanceof Collection<?> ids)) {
            throw CommandErrors.missing("killCursors", "cursors");
        }
        Cursors cursors = call.store().cursors();
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Object value : ids) {
            long id = value instanceof Number number ? number.longValue() : 0;
            (cursors.kill(id) ? killed : unknown).add(id);
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of())
                .append("ok", 1.0);
    }
}
