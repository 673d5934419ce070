package io.telamon.gateway;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * One connection's way to {@link MemoryEngine}. It misbehaves on the collections {@code silence} and {@code afterthought}, and
 * waits on {@code forever} until it is closed, on {@code stubborn} until the test lets it go on.
 */
final class MemorySession implements EngineSession {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final MemoryEngine engine;
    private final Map<Namespace, List<BsonDocument>> data;

    MemorySession(MemoryEngine engine, Map<Namespace, List<BsonDocument>> data) {
        this.engine = engine;
        this.data = data;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        engine.requireUp();
        engine.commands.add(message.command());
        engine.last = Bson.decode(message.bodyBytes());
        if (message.target().equals("silence")) {
            return;
        }
        await(message.target());
        BsonDocument reply = tried(message);
        if (message.acknowledged()) {
            byte[] bytes = Bson.encode(reply);
            replies.document(new Bytes(bytes, 0, bytes.length));
        }
        if (message.target().equals("afterthought")) {
            throw new IllegalStateException("asked for by the test");
        }
    }

    private void await(String collection) throws EngineUnavailableException, IOException {
        try {
            if (collection.equals("stubborn")) {
                engine.free.await();
            } else if (collection.equals("forever")) {
                closed.await();
                throw new IOException("the session is closed");
            }
        } catch (InterruptedException e) {
            throw new EngineUnavailableException("interrupted", e);
        }
    }

    private BsonDocument tried(Message message) {
        try {
            return reply(message, message.body()).append("ok", new BsonDouble(1));
        } catch (RuntimeException e) {
            return new BsonDocument("ok", new BsonDouble(0)).append("code", new BsonInt32(9));
        }
    }

    private BsonDocument reply(Message message, BsonDocument command) {
        Namespace namespace = new Namespace(message.database(), message.target());
        return switch (message.command()) {
            case "insert" -> insert(namespace, documents(message, command));
            case "create", "createIndexes" -> insert(namespace, List.of());
            case "find" -> find(namespace, command);
            case "aggregate" -> cursor(0, namespace, "firstBatch", collection(namespace));
            case "getMore" -> more(command);
            case "drop" -> {
                data.remove(namespace);
                yield new BsonDocument();
            }
            case "killCursors" ->
                new BsonDocument("cursorsKilled", command.getArray("cursors").clone())
                        .append("cursorsNotFound", new BsonArray());
            case "listDatabases" -> listDatabases();
            case "listCollections" -> listCollections(message.database());
            default -> new BsonDocument("n", new BsonInt32(0));
        };
    }

    private BsonDocument insert(Namespace namespace, List<? extends BsonValue> documents) {
        List<BsonDocument> collection = data.computeIfAbsent(namespace, _ -> new CopyOnWriteArrayList<>());
        documents.forEach(document -> collection.add(document.asDocument().clone()));
        return new BsonDocument("n", new BsonInt32(documents.size()));
    }

    private static List<? extends BsonValue> documents(Message message, BsonDocument command) {
        List<BsonDocument> found = new ArrayList<>();
        for (DocumentSequence sequence : message.sequences()) {
            Bytes bytes = sequence.documents();
            for (int at = bytes.offset(); at < bytes.end(); ) {
                int length = LittleEndian.int32(bytes.array(), at);
                found.add(Bson.decode(new Bytes(bytes.array(), at, length)));
                at += length;
            }
        }
        return found.isEmpty() ? command.getArray("documents").getValues() : found;
    }

    private List<BsonDocument> collection(Namespace namespace) {
        return data.getOrDefault(namespace, List.of());
    }

    /** A batch size of 1 leaves a cursor open, a larger one if there is more to read. */
    private BsonDocument find(Namespace namespace, BsonDocument command) {
        List<BsonDocument> found = collection(namespace);
        int size = batchSize(command);
        return size > 1
                ? batch(5000 + engine.cursors.size(), namespace, "firstBatch", found, size)
                : cursor(size == 1 ? 4711 : 0, namespace, "firstBatch", found);
    }

    private BsonDocument more(BsonDocument command) {
        long id = command.getInt64("getMore").getValue();
        Namespace namespace = new Namespace(
                command.getString("$db").getValue(),
                command.getString("collection").getValue());
        List<BsonDocument> left = Optional.ofNullable(engine.cursors.remove(id)).orElse(List.of());
        return batch(id, namespace, "nextBatch", left, batchSize(command));
    }

    private BsonDocument batch(long id, Namespace namespace, String name, List<BsonDocument> left, int size) {
        if (left.size() <= size) {
            return cursor(0, namespace, name, left);
        }
        engine.cursors.put(id, List.copyOf(left.subList(size, left.size())));
        return cursor(id, namespace, name, left.subList(0, size));
    }

    private static int batchSize(BsonDocument command) {
        return command.getNumber("batchSize", new BsonInt32(0)).intValue();
    }

    private static BsonDocument cursor(long id, Namespace namespace, String batch, List<BsonDocument> documents) {
        return new BsonDocument(
                "cursor",
                new BsonDocument(batch, new BsonArray(documents))
                        .append("id", new BsonInt64(id))
                        .append("ns", new BsonString(namespace.toString())));
    }

    private BsonDocument listDatabases() {
        BsonArray names = new BsonArray();
        data.keySet().stream()
                .map(Namespace::database)
                .distinct()
                .forEach(name -> names.add(new BsonDocument("name", new BsonString(name))));
        return new BsonDocument("databases", names);
    }

    private BsonDocument listCollections(String database) {
        List<BsonDocument> names = data.keySet().stream()
                .filter(namespace -> namespace.database().equals(database))
                .map(namespace -> new BsonDocument("name", new BsonString(namespace.collection()))
                        .append("type", new BsonString("collection")))
                .toList();
        return cursor(0, new Namespace(database, "$cmd.listCollections"), "firstBatch", names);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
