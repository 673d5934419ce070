package io.telamon.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.command.Commands;
import io.telamon.engine.embedded.error.Errors;
import io.telamon.engine.embedded.store.BrokenStoreException;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.DuplicateKey;
import io.telamon.engine.embedded.store.Interruption;
import io.telamon.gateway.spi.Bytes;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.DocumentSequence;
import io.telamon.gateway.spi.EngineSession;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Message;
import io.telamon.gateway.spi.Replies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's way to the embedded engine. It holds nothing: cursors belong to the cluster, as with MongoDB. */
final class EmbeddedSession implements EngineSession {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSession.class);

    private final OpenStores stores;
    private final ClusterId cluster;
    private final Commands commands;
    private volatile boolean closed;

    EmbeddedSession(OpenStores stores, ClusterId cluster, Commands commands) {
        this.stores = stores;
        this.cluster = cluster;
        this.commands = commands;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        if (closed) {
            throw new EngineUnavailableException("the session is closed");
        }
        byte[] reply = stores.use(
                cluster, store -> DocumentWriter.write(Interruption.when(() -> closed, () -> answer(store, message))));
        if (message.acknowledged()) {
            replies.document(new Bytes(reply, 0, reply.length));
        }
    }

    private Document answer(ClusterStore store, Message message) {
        try {
            return commands.run(store, message.database(), message.command(), body(message), message.acknowledged());
        } catch (BrokenStoreException e) {
            throw e;
        } catch (MongoServerError e) {
            return error(e);
        } catch (MongoServerException e) {
            return error(Errors.badValue(e.getMessageWithoutErrorCode()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("cluster {}: mongo-java-server cannot run {}", cluster, message.command(), e);
            return error(Errors.internal());
        }
    }

    private static Document body(Message message) {
        Document body = read(message.bodyBytes());
        for (DocumentSequence sequence : message.sequences()) {
            body.put(sequence.field(), documents(sequence.documents()));
        }
        return body;
    }

    private static List<Document> documents(Bytes bytes) {
        ByteBuffer lengths = ByteBuffer.wrap(bytes.array()).order(ByteOrder.LITTLE_ENDIAN);
        List<Document> documents = new ArrayList<>();
        int at = bytes.offset();
        while (at < bytes.end()) {
            int length = lengths.getInt(at);
            documents.add(DocumentReader.read(bytes.array(), at, length));
            at += length;
        }
        return documents;
    }

    private static Document read(Bytes bytes) {
        return DocumentReader.read(bytes.array(), bytes.offset(), bytes.length());
    }

    private static Document error(MongoServerError error) {
        Document reply = new Document("ok", 0.0)
                .append("errmsg", error.getMessageWithoutErrorCode())
                .append("code", error.getCode())
                .append("codeName", error.getCodeName());
        if (error instanceof DuplicateKey duplicate) {
            duplicate.describeIn(reply);
        }
        return reply;
    }

    @Override
    public void close() {
        closed = true;
    }
}
