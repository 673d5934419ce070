package io.telamon.gateway.command;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.OpMsg;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;

/** Changes replies before the client gets them. */
record RewrittenReplies(Replies client, UnaryOperator<BsonDocument> change) implements Replies {

    @Override
    public void message(Bytes frame) throws IOException {
        document(OpMsg.replyBody(frame));
    }

    @Override
    public void document(Bytes document) throws IOException {
        BsonDocument decoded = Bson.decode(document);
        byte[] changed = Bson.encode(change.apply(decoded));
        client.document(new Bytes(changed, 0, changed.length));
    }
}
