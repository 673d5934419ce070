package io.telamon.control.dataplane;

import io.telamon.control.cluster.DocumentsRefusedException;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Inserts documents straight into an engine. Safe for use by many threads. */
final class EngineInserts {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final int DUPLICATE_KEY = 11000;

    private final Engine engine;

    /** Numbers below those of connections. */
    private final AtomicLong sessions = new AtomicLong();

    EngineInserts(Engine engine) {
        this.engine = engine;
    }

    /**
     * Inserts them, but for those that are there.
     *
     * @throws DocumentsRefusedException when the engine refuses them
     */
    void insert(ClusterId cluster, String database, String collection, List<BsonDocument> documents)
            throws EngineUnavailableException, IOException {
        Client client =
                new Client(sessions.decrementAndGet(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        KeptReply reply = new KeptReply();
        try (EngineSession session = engine.open(cluster, client)) {
            session.run(InsertMessage.of(database, collection, documents), reply);
        }
        refuse(reply.document);
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

    /** The last reply. */
    private static final class KeptReply implements Replies {

        private static final int BODY_OF_MESSAGE = 21;

        private BsonDocument document = new BsonDocument();

        @Override
        public void message(Bytes frame) {
            int header = frame.offset() + BODY_OF_MESSAGE;
            document = new RawBsonDocument(frame.array(), header, frame.end() - header).decode(CODEC);
        }

        @Override
        public void document(Bytes bytes) {
            document = new RawBsonDocument(bytes.copy()).decode(CODEC);
        }
    }
}
