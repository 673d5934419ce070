package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;

/** Frames that were valid before chance changed them; the same ones for the same seed. */
public final class MutatedFrames {

    private static final int[] INTERESTING = {
        0, 1, -1, 4, 5, 16, 255, Frame.MAX_LENGTH, Integer.MAX_VALUE, Integer.MIN_VALUE, OpCode.COMPRESSED, OpCode.MSG
    };

    private final List<byte[]> valid;
    private final Random random;

    /** Draws from that seed. */
    public MutatedFrames(long seed) throws IOException {
        random = new Random(seed);
        byte[] sequence = withSequence("{insert: 'orders', $db: 'shop'}", "documents", "{_id: 1, a: ['x', {b: null}]}");
        byte[] find = command("{find: 'orders', filter: {a: {$in: [1, 'x', null]}}, $db: 'shop', lsid: {id: 1}}");
        valid = List.of(
                query("{isMaster: 1, client: {driver: {name: 'x'}}}"),
                command("{hello: 1, topologyVersion: {processId: 1, counter: 1}, maxAwaitTimeMS: 1, $db: 'admin'}"),
                find,
                command("{aggregate: 'orders', pipeline: [{$lookup: {from: 'b', as: 'c'}}], cursor: {}, $db: 'shop'}"),
                command("{insert: 'orders', documents: [{_id: {a: [1, {b: true}]}}], $db: 'shop'}"),
                command("{update: 'orders', updates: [{q: {}, u: [{$set: {a: 1}}]}], $db: 'shop'}"),
                command("{bulkWrite: 1, ops: [{insert: 0, document: {}}], nsInfo: [{ns: 'a.b'}], $db: 'admin'}"),
                command("{renameCollection: 'shop.orders', to: 'shop.old', $db: 'admin'}"),
                command("{getMore: {$numberLong: '4711'}, collection: 'orders', $db: 'shop'}"),
                command("{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: 'n,,n=a,r=b', $db: 'admin'}"),
                sequence,
                withChecksum(find),
                compressed(Compression.SNAPPY, sequence),
                compressed(Compression.ZLIB, find),
                compressed(Compression.ZSTD, find));
    }

    /** A command as an OP_MSG. */
    public static byte[] command(String json) {
        byte[] body = Bson.encode(BsonDocument.parse(json));
        byte[] frame = new byte[OpMsg.SECTIONS + 1 + body.length];
        Frame.putHeader(frame, 0, frame.length, 77, 0, OpCode.MSG);
        System.arraycopy(body, 0, frame, OpMsg.SECTIONS + 1, body.length);
        return frame;
    }

    private static byte[] withSequence(String json, String field, String document) {
        byte[] command = command(json);
        byte[] name = field.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Bson.encode(BsonDocument.parse(document));
        int size = 4 + name.length + 1 + bytes.length;
        byte[] frame = Arrays.copyOf(command, command.length + 1 + size);
        frame[command.length] = 1;
        LittleEndian.putInt32(frame, command.length + 1, size);
        System.arraycopy(name, 0, frame, command.length + 5, name.length);
        System.arraycopy(bytes, 0, frame, frame.length - bytes.length, bytes.length);
        LittleEndian.putInt32(frame, 0, frame.length);
        return frame;
    }

    private static byte[] withChecksum(byte[] message) {
        byte[] frame = Arrays.copyOf(message, message.length + 4);
        LittleEndian.putInt32(frame, 0, frame.length);
        LittleEndian.putInt32(frame, Frame.HEADER, Message.CHECKSUM_PRESENT);
        seal(frame);
        return frame;
    }

    private static void seal(byte[] frame) {
        int covered = frame.length - 4;
        LittleEndian.putInt32(frame, covered, Checksum.of(frame, 0, covered));
    }

    private static byte[] compressed(Compression compression, byte[] message) throws IOException {
        int size = message.length - Frame.HEADER;
        byte[] out = new byte[25 + compression.compressor().bound(size)];
        int count = compression.compressor().compress(new Bytes(message, Frame.HEADER, size), out, 25);
        Frame.putHeader(out, 0, 25 + count, 77, 0, OpCode.COMPRESSED);
        LittleEndian.putInt32(out, 16, OpCode.MSG);
        LittleEndian.putInt32(out, 20, size);
        out[24] = (byte) compression.id();
        return Arrays.copyOf(out, 25 + count);
    }

    private static byte[] query(String json) {
        byte[] body = Bson.encode(BsonDocument.parse(json));
        byte[] before = "\0\0\0\0admin.$cmd\0\0\0\0\0\1\0\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[Frame.HEADER + before.length + body.length];
        Frame.putHeader(frame, 0, frame.length, 77, 0, OpCode.QUERY);
        System.arraycopy(before, 0, frame, Frame.HEADER, before.length);
        System.arraycopy(body, 0, frame, Frame.HEADER + before.length, body.length);
        return frame;
    }

    /** The next frame. But for one in a thousand, its length is the one that its header says. */
    public byte[] next() {
        byte[] bytes = valid.get(random.nextInt(valid.size())).clone();
        boolean sealed = (bytes[Frame.HEADER] & Message.CHECKSUM_PRESENT) != 0 && bytes[13] == OpCode.MSG >> 8;
        do {
            bytes = mutated(bytes);
        } while (random.nextInt(3) == 0);
        if (random.nextInt(1000) > 0) {
            LittleEndian.putInt32(bytes, 0, bytes.length);
        }
        if (sealed && bytes.length > OpMsg.SECTIONS + 4 && random.nextBoolean()) {
            seal(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int from = random.nextInt(20) == 0 ? 0 : Math.min(OpMsg.SECTIONS, bytes.length - 4);
        int at = random.nextInt(from, bytes.length);
        switch (random.nextInt(16)) {
            case 0 -> {
                return Arrays.copyOf(bytes, Frame.HEADER + random.nextInt(bytes.length));
            }
            case 1, 2 -> LittleEndian.putInt32(bytes, Math.min(at, bytes.length - 4), interesting());
            case 3, 4 -> repeat(bytes, at);
            case 5, 6, 7, 8 -> bytes[at] = (byte) random.nextInt();
            default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private int interesting() {
        return INTERESTING[random.nextInt(INTERESTING.length)];
    }

    /** Writes a piece of the frame over another one. */
    private void repeat(byte[] bytes, int at) {
        int to = random.nextInt(bytes.length);
        int most = bytes.length - Math.max(at, to);
        System.arraycopy(bytes, at, bytes, to, random.nextInt(most + 1));
    }
}
