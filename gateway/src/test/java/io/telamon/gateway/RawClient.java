package io.telamon.gateway;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** A client that sends whatever bytes it is told to. */
final class RawClient implements AutoCloseable {

    static final int MSG = 2013;
    static final int QUERY = 2004;

    /** Drivers keep salted passwords too: computing them is what takes long. */
    private static final Map<String, byte[]> SALTED = new ConcurrentHashMap<>();

    private final Socket socket;
    private final DataInputStream in;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A frame as it came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(int responseTo, int opCode, int flags, byte[] frame) {

        BsonDocument document() {
            int at = opCode == MSG ? 21 : 36;
            return Bson.decode(new Bytes(frame, at, LittleEndian.int32(frame, at)));
        }

        int requestId() {
            return LittleEndian.int32(frame, 4);
        }
    }

    /** Waits for replies as long as it takes. */
    void waitForReplies() throws IOException {
        socket.setSoTimeout(0);
    }

    RawClient login(String user) throws IOException {
        prove(user, challenge(user));
        return this;
    }

    String challenge(String user) throws IOException {
        String bare = bare(user);
        BsonDocument start = new BsonDocument("saslStart", new BsonInt32(1))
                .append("mechanism", new BsonString("SCRAM-SHA-256"))
                .append("payload", binary("n,," + bare))
                .append("options", BsonDocument.parse("{skipEmptyExchange: true}"));
        BsonDocument challenge = command("admin", start);
        return new String(challenge.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }

    BsonDocument prove(String user, String challenge) throws IOException {
        BsonDocument proof = new BsonDocument("saslContinue", new BsonInt32(1))
                .append("conversationId", new BsonInt32(1))
                .append("payload", binary(finalMessage(bare(user), challenge)));
        return command("admin", proof);
    }

    private static String bare(String user) {
        return "n=" + user + ",r=clientnonce";
    }

    private static String finalMessage(String bare, String server) {
        String[] parts = server.split(",", -1);
        byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
        int iterations = Integer.parseInt(parts[2].substring(2));
        ScramMechanism mechanism = ScramMechanism.SCRAM_SHA_256;
        byte[] salted = SALTED.computeIfAbsent(
                parts[1],
                _ -> ScramFunctions.saltedPassword(
                        mechanism, StringPreparation.NO_PREPARATION, World.PASSWORD.toCharArray(), salt, iterations));
        byte[] key = ScramFunctions.clientKey(mechanism, salted);
        String withoutProof = "c=biws," + parts[0];
        byte[] signature = ScramFunctions.clientSignature(
                mechanism, ScramFunctions.storedKey(mechanism, key), bare + "," + server + "," + withoutProof);
        byte[] proof = ScramFunctions.clientProof(key, signature);
        return withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof);
    }

    private static BsonBinary binary(String text) {
        return new BsonBinary(text.getBytes(StandardCharsets.UTF_8));
    }

    BsonDocument command(String database, String json) throws IOException {
        return command(database, BsonDocument.parse(json));
    }

    BsonDocument command(String database, BsonDocument command) throws IOException {
        send(message(0, Bson.encode(command.clone().append("$db", new BsonString(database)))));
        return receive().document();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Reply receive() throws IOException {
        byte[] header = in.readNBytes(16);
        if (header.length < 16) {
            throw new IOException("closed");
        }
        byte[] frame = new byte[LittleEndian.int32(header, 0)];
        System.arraycopy(header, 0, frame, 0, 16);
        in.readFully(frame, 16, frame.length - 16);
        return new Reply(
                LittleEndian.int32(frame, 8), LittleEndian.int32(frame, 12), LittleEndian.int32(frame, 16), frame);
    }

    /** Whether the other side closes without saying anything more. */
    boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads whatever is still said until the other side closes. */
    void drain() throws IOException {
        in.readAllBytes();
    }

    static byte[] message(int flags, byte[] body) {
        byte[] payload = new byte[5 + body.length];
        LittleEndian.putInt32(payload, 0, flags);
        System.arraycopy(body, 0, payload, 5, body.length);
        return frame(MSG, payload);
    }

    static byte[] frame(int opCode, byte[] payload) {
        byte[] frame = new byte[16 + payload.length];
        LittleEndian.putInt32(frame, 0, frame.length);
        LittleEndian.putInt32(frame, 4, 77);
        LittleEndian.putInt32(frame, 12, opCode);
        System.arraycopy(payload, 0, frame, 16, payload.length);
        return frame;
    }

    static byte[] query(String collection, String json) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(new byte[4]);
        payload.write(collection.getBytes(StandardCharsets.UTF_8));
        payload.write(0);
        payload.write(new byte[] {0, 0, 0, 0, -1, -1, -1, -1});
        payload.write(Bson.encode(BsonDocument.parse(json)));
        return frame(QUERY, payload.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
