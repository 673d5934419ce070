package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;

/**
 * The read concern of a command. There is one copy of the documents, so that a read sees every write before it, and all levels but
 * {@code snapshot} are answered alike.
 */
final class ReadConcerns {

    private ReadConcerns() {}

    /**
     * Lets a command pass whose read concern can be met.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 238 for a snapshot, 72 for a time that is yet to come
     */
    static void check(CommandCall call) {
        if (!(call.body().get("readConcern") instanceof Document concern)) {
            return;
        }
        if ("snapshot".equals(concern.get("level"))) {
            throw CommandErrors.notImplemented("readConcern with level snapshot");
        }
        if (concern.get("afterClusterTime") instanceof BsonTimestamp after
                && !call.store().time().isReached(after.getValue())) {
            throw CommandErrors.invalidOptions(
                    "readConcern afterClusterTime value must not be greater than the current clusterTime");
        }
    }
}
