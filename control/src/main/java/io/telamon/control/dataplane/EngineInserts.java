package io.telamon.control.dataplane;

import io.telamon.control.cluster.DocumentsRefusedException;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Inserts documents straight into an engine. Safe for use by many threads. */
final class EngineInserts {

    private static final int DUPLICATE_KEY = 11000;

    private final EngineCommands engine;

    EngineInserts(EngineCommands engine) {
        this.engine = engine;
    }

    /**
     * Inserts them, but for those that are there. One that is refused keeps none of the others out.
     *
     * @param documents together at most 16 MB, as a command is
     * @throws DocumentsRefusedException when the engine refuses them
     */
    void insert(ClusterId cluster, String database, String collection, List<BsonDocument> documents)
            throws EngineUnavailableException, IOException {
        BsonDocument command = new BsonDocument("insert", new BsonString(collection))
                .append("ordered", BsonBoolean.FALSE)
                .append("documents", new BsonArray(documents))
                .append("$db", new BsonString(database));
        refuse(engine.run(cluster, command));
    }

    private static void refuse(BsonDocument reply) {
        if (reply.getNumber("ok", new BsonInt32(0)).intValue() != 1) {
            throw new DocumentsRefusedException(
                    reply.getString("errmsg", new BsonString("no reply")).getValue());
        }
        for (BsonValue error : reply.getArray("writeErrors", new BsonArray())) {
            if (error.asDocument().getNumber("code").intValue() != DUPLICATE_KEY) {
                throw new DocumentsRefusedException(
                        error.asDocument().getString("errmsg").getValue());
            }
        }
    }
}
