package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.net.Deadlines;
import io.telamon.gateway.spi.ClusterKind;
import io.telamon.gateway.spi.Limit;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that were valid before chance changed them. Set {@code fuzz.frames} and {@code fuzz.seed} for longer runs. */
class FuzzTest {

    private static final int FRAMES = Integer.getInteger("fuzz.frames", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final int PING = 123_456;
    private static final int MANY_REPLIES = 50;
    /** Short only for what the mutated frames are about. */
    private static final Deadlines DEADLINES = new Deadlines(
            Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final Random random = new Random(SEED);

    private static List<byte[]> valid() throws IOException {
        return List.of(
                RawClient.query("admin.$cmd", "{isMaster: 1, client: {driver: {name: 'x'}}}"),
                command("{hello: 1, topologyVersion: {processId: 1, counter: 1}, maxAwaitTimeMS: 1, $db: 'admin'}"),
                command("{find: 'orders', filter: {a: {$in: [1, 'x', null]}}, $db: 'shop', lsid: {id: 1}}"),
                command("{aggregate: 'orders', pipeline: [{$lookup: {from: 'b', as: 'c'}}], cursor: {}, $db: 'shop'}"),
                command("{insert: 'orders', documents: [{_id: {a: [1, {b: true}]}}], $db: 'shop'}"),
                command("{bulkWrite: 1, ops: [{insert: 0, document: {}}], nsInfo: [{ns: 'a.b'}], $db: 'admin'}"),
                command("{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: 'n,,n=a,r=b', $db: 'admin'}"));
    }

    private static byte[] command(String json) {
        return RawClient.message(0, Bson.encode(BsonDocument.parse(json)));
    }

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> LittleEndian.putInt32(bytes, Math.min(at, bytes.length - 4), interesting());
                default -> bytes = Arrays.copyOf(bytes, 16 + random.nextInt(bytes.length));
            }
        }
        if (random.nextInt(1000) > 0) {
            LittleEndian.putInt32(bytes, 0, bytes.length);
        }
        return bytes;
    }

    private int interesting() {
        int[] numbers = {0, 1, -1, 4, 5, 16, 255, 48_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE, 2012, 2013};
        return numbers[random.nextInt(numbers.length)];
    }

    @Test
    @Timeout(3600)
    void surviveMutatedFrames() throws Exception {
        List<byte[]> valid = valid();
        try (World world = new World(ClusterKind.FLEX, DEADLINES);
                RawClient neighbour = new RawClient(world.port).login("admin")) {
            world.limit(Limit.OPERATIONS_PER_SECOND, 0);
            RawClient victim = new RawClient(world.port).login("admin");
            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = mutated(valid.get(random.nextInt(valid.size())));
                if (!survives(victim, frame)) {
                    victim.close();
                    victim = again(world, i);
                }
            }
            victim.close();

            assertThat(neighbour.command("admin", "{ping: 1}")).containsKey("ok");
        }
    }

    /** Sends a frame and a ping after it; false if the connection was closed over it. */
    private static boolean survives(RawClient victim, byte[] frame) {
        try {
            victim.send(frame);
            victim.send(ping());
            for (int replies = 0; replies < MANY_REPLIES; replies++) {
                RawClient.Reply reply = victim.receive();
                if (reply.responseTo() == PING) {
                    return true;
                }
                assertNoInternalError(reply, frame);
            }
            return false;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void assertNoInternalError(RawClient.Reply reply, byte[] frame) {
        if (reply.opCode() == RawClient.MSG) {
            assertThat(reply.document().get("code"))
                    .as(() -> HexFormat.of().formatHex(frame))
                    .isNotEqualTo(new BsonInt32(1));
        }
    }

    private static byte[] ping() {
        byte[] ping = command("{ping: 1, $db: 'admin'}");
        LittleEndian.putInt32(ping, 4, PING);
        return ping;
    }

    /** Every other time without logging in, for what strangers may send. */
    private static RawClient again(World world, int round) throws IOException {
        RawClient client = new RawClient(world.port);
        return round % 2 == 0 ? client : client.login("admin");
    }
}
