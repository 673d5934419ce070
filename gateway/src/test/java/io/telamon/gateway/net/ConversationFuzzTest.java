package io.telamon.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.Frame;
import io.telamon.gateway.wire.LittleEndian;
import io.telamon.gateway.wire.MutatedFrames;
import io.telamon.gateway.wire.OpCode;
import io.telamon.gateway.wire.OpMsg;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated frames, each in a conversation of its own without a socket, from a user who may do everything and from a stranger. Set
 * {@code fuzz.frames} and {@code fuzz.seed} for longer runs.
 */
class ConversationFuzzTest {

    private static final int FRAMES = Integer.getInteger("fuzz.frames", 50_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final int PING = 123_456;
    private static final int INTERNAL_ERROR = 1;
    /** What a conversation may allocate for a frame of some hundred bytes, besides what it says that it unpacks to. */
    private static final long MOST_BYTES = 2 << 20;

    private final Fixture fixture = new Fixture(new DecodingEngine());
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final byte[] ping = MutatedFrames.command("{ping: 1, $db: 'admin'}");

    @Test
    @Timeout(7200)
    void surviveMutatedFrames() throws IOException {
        LittleEndian.putInt32(ping, 4, PING);
        MutatedFrames frames = new MutatedFrames(SEED);
        int survived = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frames.next();
            if (survives(frame, i % 2 == 0 ? fixture.admin() : fixture.stranger())) {
                survived++;
            }
        }

        assertThat(survived).as("frames after which the connection went on").isBetween(FRAMES / 10, FRAMES);
    }

    /** Has a frame and a ping after it answered; false if the conversation was ended over it. */
    private boolean survives(byte[] frame, ClientSession session) {
        Exchange exchange = new Exchange(frame, ping);
        long before = threads.getCurrentThreadAllocatedBytes();
        long most = session.principal().isPresent() ? MOST_BYTES + Frame.MAX_LENGTH : MOST_BYTES;
        boolean ended = converse(exchange, session, frame);
        long spent = threads.getCurrentThreadAllocatedBytes() - before;
        List<byte[]> replies = exchange.replies();

        assertThat(spent).as(() -> hex(frame)).isLessThan(most);
        assertThat(replies).as(() -> hex(frame)).noneMatch(ConversationFuzzTest::isInternalError);
        assertThat(ended || LittleEndian.int32(frame, 0) != frame.length || isPong(replies.getLast()))
                .as(() -> hex(frame))
                .isTrue();
        return !ended;
    }

    /** Whether the conversation was ended before its time. */
    private boolean converse(Exchange exchange, ClientSession session, byte[] frame) {
        PeerTimeout timeout = new PeerTimeout(fixture.services.deadlines());
        try (Conversation talk = new Conversation(fixture.services, exchange, timeout, session, () -> {})) {
            talk.run();
            return false;
        } catch (IOException e) {
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(hex(frame), e);
        }
    }

    private static boolean isPong(byte[] reply) {
        return new Frame(new Bytes(reply, 0, reply.length)).responseTo() == PING;
    }

    private static boolean isInternalError(byte[] reply) {
        Frame frame = new Frame(new Bytes(reply, 0, reply.length));
        if (frame.opCode() != OpCode.MSG) {
            return false;
        }
        try {
            return new BsonInt32(INTERNAL_ERROR)
                    .equals(Bson.decode(OpMsg.replyBody(frame.bytes())).get("code"));
        } catch (IOException e) {
            throw new AssertionError(hex(reply), e);
        }
    }

    private static String hex(byte[] frame) {
        return HexFormat.of().formatHex(frame);
    }
}
