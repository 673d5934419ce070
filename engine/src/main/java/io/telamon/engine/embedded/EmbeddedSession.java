package io.telamon.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.bson.LazyDocuments;
import io.telamon.engine.embedded.command.Commands;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.BrokenStoreException;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.DuplicateKey;
import io.telamon.engine.embedded.store.Interruption;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's way to the embedded engine. It holds nothing: cursors belong to the cluster, as with MongoDB. */
final class EmbeddedSession implements EngineSession {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSession.class);

    /** Documents of more bytes are not decoded all at once. */
    private static final int LARGE = 1 << 20;

    private final StoreCache stores;
    private final ClusterId cluster;
    private final Commands commands;
    private final LargeCommands large;
    private volatile boolean closed;

    EmbeddedSession(StoreCache stores, ClusterId cluster, Commands commands, LargeCommands large) {
        this.large = large;
        this.stores = stores;
        this.cluster = cluster;
        this.commands = commands;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        if (closed) {
            throw new EngineUnavailableException("the session is closed");
        }
        byte[] reply;
        try (LargeCommands.Allotment _ = large.enter(message.frame().length())) {
            reply = reply(message);
        }
        if (message.acknowledged()) {
            replies.document(new Bytes(reply, 0, reply.length));
        }
    }

    private byte[] reply(Message message) throws EngineUnavailableException {
        Document body;
        try {
            body = body(message);
        } catch (MongoServerError e) {
            return DocumentWriter.write(error(e));
        } catch (RuntimeException e) {
            LOG.warn("cluster {}: cannot read {}", cluster, message.command(), e);
            return DocumentWriter.write(error(CommandErrors.internal()));
        }
        if (!commands.writes(message.command(), body)) {
            return stores.read(cluster, store -> reply(store, message, body));
        }
        try {
            if (!commands.frees(message.command(), body)) {
                stores.space().check(message.frame().length());
            }
            return stores.write(cluster, store -> reply(store, message, body));
        } catch (MongoServerError e) {
            return DocumentWriter.write(error(e));
        }
    }

    private byte[] reply(ClusterStore store, Message message, Document body) {
        Document reply = Interruption.when(() -> closed, () -> answer(store, message, body));
        store.time().describeIn(reply);
        try {
            return DocumentWriter.write(reply);
        } catch (MongoServerError e) {
            return DocumentWriter.write(error(e));
        }
    }

    private Document answer(ClusterStore store, Message message, Document body) {
        try {
            return commands.run(store, message.database(), message.command(), body, message.acknowledged());
        } catch (BrokenStoreException e) {
            throw e;
        } catch (MongoServerError e) {
            return error(e);
        } catch (MongoServerException e) {
            return error(CommandErrors.badValue(e.getMessageWithoutErrorCode()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("cluster {}: mongo-java-server cannot run {}", cluster, message.command(), e);
            return error(CommandErrors.internal());
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
        if (bytes.length() > LARGE) {
            return new LazyDocuments(bytes.array(), bytes.offset(), bytes.end());
        }
        List<Document> documents = new ArrayList<>();
        for (int at = bytes.offset(); at < bytes.end(); ) {
            int length = DocumentReader.length(bytes.array(), at);
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
