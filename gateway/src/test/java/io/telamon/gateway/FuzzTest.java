package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.wire.LittleEndian;
import io.telamon.gateway.wire.MutatedFrames;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutated frames over real sockets: whatever becomes of one connection, its neighbour does not notice. */
class FuzzTest {

    private static final int FRAMES = 3_000;
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final int PING = 123_456;
    private static final int MANY_REPLIES = 50;
    /** Short only for what the mutated frames are about. */
    private static final ConnectionTimeouts DEADLINES = new ConnectionTimeouts(
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));

    @Test
    @Timeout(3600)
    void surviveMutatedFrames() throws Exception {
        MutatedFrames frames = new MutatedFrames(SEED);
        try (World world = new World(TestTier.FLEX, DEADLINES);
                RawClient neighbour = new RawClient(world.port).login("admin")) {
            world.unlimited(TierLimit.OPERATIONS_PER_SECOND);
            RawClient victim = new RawClient(world.port).login("admin");
            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = frames.next();
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
        byte[] ping = MutatedFrames.command("{ping: 1, $db: 'admin'}");
        LittleEndian.putInt32(ping, 4, PING);
        return ping;
    }

    /** Every other time without logging in, for what strangers may send. */
    private static RawClient again(World world, int round) throws IOException {
        RawClient client = new RawClient(world.port);
        return round % 2 == 0 ? client : client.login("admin");
    }
}
