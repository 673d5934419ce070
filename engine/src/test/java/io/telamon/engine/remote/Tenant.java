package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** A cluster that shares a deployment with others, and the client that is connected to it. */
final class Tenant implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final RemoteCluster cluster;
    private final EngineSession session;
    private final List<Bytes> replies = new ArrayList<>();
    private int number;
    private Runnable meanwhile = () -> {};

    /** One with that prefix. */
    Tenant(String prefix, Deployment deployment) {
        this(new RemoteCluster(() -> deployment, Names.behind(prefix, new DeploymentCursors())));
    }

    private Tenant(RemoteCluster cluster) {
        this.cluster = cluster;
        this.session = cluster.open();
    }

    /** Another client of the same cluster. */
    Tenant another() {
        return new Tenant(cluster);
    }

    /** From now on that happens before a reply is taken. */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    /** Runs a command with those flag bits in the database {@code shop}; answers the bodies of the replies. */
    List<BsonDocument> run(int flags, String command) throws EngineUnavailableException, IOException {
        return run(flags, BsonDocument.parse(command), List.of());
    }

    /** Runs a command that waits for its reply. */
    BsonDocument run(String command) throws EngineUnavailableException, IOException {
        return run(0, command).getFirst();
    }

    /** Inserts a document without waiting for a reply. */
    void insertUnacknowledged(String collection, int id) throws EngineUnavailableException, IOException {
        BsonDocument insert = new BsonDocument("insert", new BsonString(collection))
                .append("writeConcern", new BsonDocument("w", new BsonInt32(0)));
        byte[] document = Wire.encode(new BsonDocument("_id", new BsonInt32(id)));
        run(
                Message.MORE_TO_COME,
                insert,
                List.of(new DocumentSequence("documents", new Bytes(document, 0, document.length))));
    }

    /** The frames of the replies to the last command. */
    List<Bytes> replies() {
        return replies;
    }

    /** The number of the last command. */
    int number() {
        return number;
    }

    private List<BsonDocument> run(int flags, BsonDocument body, List<DocumentSequence> sequences)
            throws EngineUnavailableException, IOException {
        replies.clear();
        session.run(message(++number, flags, body.append("$db", new BsonString("shop")), sequences), new Kept());
        return replies.stream().map(Wire::body).toList();
    }

    private static Message message(int number, int flags, BsonDocument body, List<DocumentSequence> sequences) {
        byte[] sections = sequences.isEmpty()
                ? NOTHING
                : Wire.sequence(
                        sequences.getFirst().field(),
                        sequences.getFirst().documents().copy());
        byte[] frame = Wire.message(number, 0, flags, body, sections);
        Bytes whole = new Bytes(frame, 0, frame.length);
        String command = body.getFirstKey();
        String target = body.isString(command) ? body.getString(command).getValue() : "";
        return new Message(whole, number, flags, command, target, "shop", Wire.bodyBytes(whole), sequences);
    }

    private final class Kept implements Replies {

        @Override
        public void message(Bytes frame) {
            meanwhile.run();
            byte[] copy = frame.copy();
            replies.add(new Bytes(copy, 0, copy.length));
        }

        @Override
        public void document(Bytes document) {
            byte[] frame = Wire.message(0, number, 0, Wire.decode(document), NOTHING);
            replies.add(new Bytes(frame, 0, frame.length));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
