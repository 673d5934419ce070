package io.telamon.gateway.net;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.IOException;
import java.util.Set;
import org.bson.BsonDocument;

/** Agrees to everything, after it has decoded all of it: what the gateway lets through has to be well formed. */
final class DecodingEngine implements Engine, EngineSession {

    private static final byte[] OK = Bson.encode(BsonDocument.parse("{ok: 1.0}"));

    @Override
    public void run(Message message, Replies replies) throws IOException {
        Bson.decode(message.bodyBytes());
        for (DocumentSequence sequence : message.sequences()) {
            Bytes bytes = sequence.documents();
            for (int at = bytes.offset(); at < bytes.end(); at += LittleEndian.int32(bytes.array(), at)) {
                Bson.decode(new Bytes(bytes.array(), at, LittleEndian.int32(bytes.array(), at)));
            }
        }
        if (message.acknowledged()) {
            replies.document(new Bytes(OK, 0, OK.length));
        }
    }

    @Override
    public EngineInfo info(ClusterId cluster) {
        return new EngineInfo("decoding", "8.0.4", 21, new BsonDocument());
    }

    @Override
    public void provision(ClusterId cluster) {
        // there is nothing to make space for
    }

    @Override
    public EngineSession open(ClusterId cluster, Client client) {
        return this;
    }

    @Override
    public EngineSize size(ClusterId cluster) {
        return new EngineSize(0, 0);
    }

    @Override
    public Set<Namespace> collections(ClusterId cluster) {
        return Set.of();
    }

    @Override
    public void drop(ClusterId cluster) {
        // there is nothing to drop
    }

    @Override
    public void close() {
        // nothing is held
    }
}
