package io.telamon.engine.embedded;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Types commands into an engine, past gateway and driver. */
final class Shell implements AutoCloseable {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final EngineSession session;
    private int requests;

    Shell(Engine engine, ClusterId cluster) throws EngineUnavailableException {
        session = engine.open(cluster, new Client(1, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));
    }

    /** Runs a command on the database {@code test}. */
    BsonDocument run(String json) {
        return run("test", BsonDocument.parse(json), 0);
    }

    /** Runs a command. */
    BsonDocument run(BsonDocument command) {
        return run("test", command, 0);
    }

    BsonDocument on(String database, String json) {
        return run(database, BsonDocument.parse(json), 0);
    }

    BsonDocument run(String database, BsonDocument command, int flags) {
        try {
            Kept kept = new Kept();
            session.run(message(database, command, flags, List.of()), kept);
            return kept.replies.isEmpty() ? new BsonDocument() : withoutTime(kept.replies.getFirst());
        } catch (IOException | EngineUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command on the database {@code test} and keeps the logical time of its reply. */
    BsonDocument timed(String json) {
        try {
            Kept kept = new Kept();
            session.run(message("test", BsonDocument.parse(json), 0, List.of()), kept);
            return kept.replies.getFirst();
        } catch (IOException | EngineUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BsonDocument withoutTime(BsonDocument reply) {
        reply.remove("operationTime");
        reply.remove("$clusterTime");
        return reply;
    }

    /** Runs an insert whose documents travel beside the body, as drivers send it. */
    BsonDocument insertBeside(String collection, List<BsonDocument> documents) {
        BasicOutputBuffer all = new BasicOutputBuffer();
        documents.forEach(document -> all.write(encode(document)));
        return insertBeside(collection, all.toByteArray());
    }

    /** Runs an insert of documents that are encoded one after the other. */
    BsonDocument insertBeside(String collection, byte[] bytes) {
        BsonDocument command = new BsonDocument("insert", new BsonString(collection));
        try {
            Kept kept = new Kept();
            DocumentSequence beside = new DocumentSequence("documents", new Bytes(bytes, 0, bytes.length));
            session.run(message("test", command, 0, List.of(beside)), kept);
            return withoutTime(kept.replies.getFirst());
        } catch (IOException | EngineUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that may find the engine unavailable. */
    void tryRun(String json) throws EngineUnavailableException, IOException {
        session.run(message("test", BsonDocument.parse(json), 0, List.of()), new Kept());
    }

    private Message message(String database, BsonDocument command, int flags, List<DocumentSequence> beside) {
        BsonDocument body = command.clone();
        body.append("$db", new BsonString(database));
        byte[] bytes = encode(body);
        BsonValue target = body.get(body.getFirstKey());
        return new Message(
                new Bytes(bytes, 0, bytes.length),
                ++requests,
                flags,
                body.getFirstKey(),
                target instanceof BsonString text ? text.getValue() : "",
                database,
                new Bytes(bytes, 0, bytes.length),
                beside);
    }

    private static byte[] encode(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        CODEC.encode(
                new BsonBinaryWriter(buffer), document, EncoderContext.builder().build());
        return buffer.toByteArray();
    }

    /** All documents of a collection, in the order in which they come. */
    List<BsonDocument> all(String collection) {
        return documents(run(new BsonDocument("find", new BsonString(collection))
                .append("batchSize", new org.bson.BsonInt32(1_000_000))));
    }

    /** The first batch of a reply. */
    static List<BsonDocument> documents(BsonDocument reply) {
        BsonDocument cursor = reply.getDocument("cursor");
        BsonArray batch = cursor.getArray(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch");
        return batch.stream().map(BsonValue::asDocument).toList();
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class Kept implements Replies {

        private final List<BsonDocument> replies = new ArrayList<>();

        @Override
        public void message(Bytes frame) {
            throw new IllegalStateException("the embedded engine sends documents");
        }

        @Override
        public void document(Bytes document) {
            replies.add(new RawBsonDocument(document.copy()).decode(CODEC));
        }
    }
}
