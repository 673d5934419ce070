package io.telamon.control.dataplane;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Commands that the control plane itself has an engine run. Safe for use by many threads. */
final class EngineCommands {

    private static final int OP_MSG = 2013;

    /** Header, flag bits and the kind of the first section (MongoDB wire protocol, OP_MSG). */
    private static final int BODY = 16 + 4 + 1;

    private final Engine engine;

    /** Numbers below those of connections. */
    private final AtomicLong sessions = new AtomicLong();

    EngineCommands(Engine engine) {
        this.engine = engine;
    }

    /**
     * Runs a command in a session of its own.
     *
     * @param command with its database as {@code $db}
     * @return the body of the reply, which may be an error
     * @throws EngineUnavailableException if the engine cannot be reached
     */
    BsonDocument run(ClusterId cluster, BsonDocument command) throws EngineUnavailableException, IOException {
        Client client =
                new Client(sessions.decrementAndGet(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Reply reply = new Reply();
        try (EngineSession session = engine.open(cluster, client)) {
            session.run(message(command), reply);
        }
        return reply.body;
    }

    private static Message message(BsonDocument command) {
        byte[] body = encoded(command);
        ByteBuffer frame = ByteBuffer.allocate(BODY + body.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(frame.capacity())
                .putInt(1)
                .putInt(0)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0);
        frame.put(body);
        return new Message(
                new Bytes(frame.array(), 0, frame.capacity()),
                1,
                0,
                command.getFirstKey(),
                collection(command),
                command.getString("$db").getValue(),
                new Bytes(frame.array(), BODY, body.length),
                List.of());
    }

    /** The collection that a command is about; empty for one about a database. */
    private static String collection(BsonDocument command) {
        String name = command.getFirstKey();
        return command.isString(name) ? command.getString(name).getValue() : "";
    }

    private static byte[] encoded(BsonDocument document) {
        try (BasicOutputBuffer output = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(output)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            return output.toByteArray();
        }
    }

    /** Keeps the body of the only reply. */
    private static final class Reply implements Replies {

        private BsonDocument body = new BsonDocument();

        @Override
        public void message(Bytes frame) {
            document(new Bytes(frame.array(), frame.offset() + BODY, frame.length() - BODY));
        }

        @Override
        public void document(Bytes document) {
            int length = ByteBuffer.wrap(document.array())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt(document.offset());
            body = new RawBsonDocument(document.array().clone(), document.offset(), length);
        }
    }
}
