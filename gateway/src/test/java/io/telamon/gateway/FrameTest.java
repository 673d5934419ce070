package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as no driver sends them, or as only some do. */
class FrameTest {

    private static final byte[] PING = Bson.encode(BsonDocument.parse("{ping: 1, $db: 'admin'}"));

    private World world;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        client = new RawClient(world.port);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        world.close();
    }

    private void endsOnlyItsOwnConnection(byte[] bytes) throws Exception {
        try (RawClient neighbour = new RawClient(world.port)) {
            client.send(bytes);

            assertThat(client.isClosed()).isTrue();
            assertThat(neighbour.command("admin", "{ping: 1}")).containsKey("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, -1, 48_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void endsTheConnectionOfAFrameWithALengthOutOfBounds(int length) throws Exception {
        byte[] bytes = RawClient.message(0, PING);
        LittleEndian.putInt32(bytes, 0, length);

        endsOnlyItsOwnConnection(bytes);
    }

    @Test
    void endsTheConnectionOfAnUnknownOperation() throws Exception {
        endsOnlyItsOwnConnection(RawClient.frame(2002, new byte[32]));
    }

    @Test
    void endsTheConnectionOfAnUnknownRequiredFlag() throws Exception {
        endsOnlyItsOwnConnection(RawClient.message(1 << 2, PING));
    }

    @Test
    void toleratesAnUnknownOptionalFlag() throws Exception {
        client.send(RawClient.message(1 << 20, PING));

        assertThat(client.receive().document()).containsKey("ok");
    }

    @Test
    void endsTheConnectionOfADocumentThatClaimsMoreThanItHas() throws Exception {
        byte[] bytes = RawClient.message(0, PING);
        LittleEndian.putInt32(bytes, 21, PING.length + 1);

        endsOnlyItsOwnConnection(bytes);
    }

    @Test
    void refusesLargeFramesOfStrangers() throws Exception {
        endsOnlyItsOwnConnection(Arrays.copyOf(RawClient.frame(RawClient.MSG, new byte[1 << 20]), 100));
    }

    @Test
    void verifiesChecksumsAndAnswersWithOne() throws Exception {
        client.send(withChecksum(0));

        RawClient.Reply reply = client.receive();
        byte[] frame = reply.frame();
        assertThat(reply.flags() & 1).isEqualTo(1);
        assertThat(LittleEndian.int32(frame, frame.length - 4)).isEqualTo(crc(frame, frame.length - 4));
        assertThat(reply.document()).containsKey("ok");
    }

    @Test
    void endsTheConnectionOfAWrongChecksum() throws Exception {
        endsOnlyItsOwnConnection(withChecksum(1));
    }

    private static byte[] withChecksum(int error) {
        byte[] bytes = Arrays.copyOf(RawClient.message(1, PING), 21 + PING.length + 4);
        LittleEndian.putInt32(bytes, 0, bytes.length);
        LittleEndian.putInt32(bytes, bytes.length - 4, crc(bytes, bytes.length - 4) + error);
        return bytes;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    @Test
    void answersTheGreetingOfOldDrivers() throws Exception {
        client.send(RawClient.query("admin.$cmd", "{isMaster: 1, helloOk: true}"));

        RawClient.Reply reply = client.receive();
        assertThat(reply.opCode()).isEqualTo(1);
        assertThat(reply.responseTo()).isEqualTo(77);
        assertThat(reply.document().getBoolean("ismaster").getValue()).isTrue();
        assertThat(reply.document().getBoolean("helloOk").getValue()).isTrue();
    }

    @Test
    void refusesOtherCommandsInTheOldForm() throws Exception {
        client.send(RawClient.query("admin.$cmd", "{listDatabases: 1}"));

        assertThat(client.receive().document().getInt32("code").getValue()).isEqualTo(352);
    }

    @Test
    void endsTheConnectionOfAnOldQueryOnACollection() throws Exception {
        endsOnlyItsOwnConnection(RawClient.query("shop.orders", "{}"));
    }

    @Test
    void answersFramesThatComeTogetherAndInPieces() throws Exception {
        byte[] ping = RawClient.message(0, PING);
        byte[] both = Arrays.copyOf(ping, 2 * ping.length);
        System.arraycopy(ping, 0, both, ping.length, ping.length);
        int cut = ping.length + 7;

        client.send(Arrays.copyOf(both, cut));
        assertThat(client.receive().document()).containsKey("ok");
        client.send(Arrays.copyOfRange(both, cut, both.length));
        assertThat(client.receive().document()).containsKey("ok");
    }

    @Test
    void endsConnectionsThatTakeTooLong() throws Exception {
        try (World hurried = new World(TestTier.FLEX, World.impatient());
                RawClient slow = new RawClient(hurried.port);
                RawClient silent = new RawClient(hurried.port)) {
            slow.send(Arrays.copyOf(RawClient.message(0, PING), 20));

            assertThat(slow.isClosed()).isTrue();
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void keepsSilentConnectionsOfUsersItKnows() throws Exception {
        try (World hurried = new World(TestTier.FLEX, World.impatient());
                RawClient silent = new RawClient(hurried.port).login("admin")) {
            Thread.sleep(2200);

            assertThat(silent.command("admin", "{ping: 1}")).containsKey("ok");
        }
    }
}
