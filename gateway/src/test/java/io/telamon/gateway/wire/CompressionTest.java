package io.telamon.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.gateway.memory.MemoryBudget;
import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {

    private static MemoryLease memory() {
        return new MemoryBudget(2L * Frame.MAX_LENGTH, Frame.MAX_LENGTH).share().lease();
    }

    private static byte[] compressed(Compression compression, String json) throws IOException {
        Capture capture = new Capture();
        ReplyWriter writer = new ReplyWriter(capture, memory());
        writer.answer(1, compression, false);
        writer.document(BsonDocument.parse(json));
        return capture.written.getFirst();
    }

    private static Frame frame(byte[] bytes) {
        return new Frame(new Bytes(bytes, 0, bytes.length));
    }

    @ParameterizedTest
    @EnumSource
    void unpacksWhatWasPacked(Compression compression) throws IOException {
        String json = "{a: '" + "telamon".repeat(1000) + "', ok: 1}";
        Frame packed = frame(compressed(compression, json));

        Frame unpacked =
                new Decompression(memory()).unpack(packed, Decompression.compression(packed), Frame.MAX_LENGTH);
        Message message = OpMsg.parse(unpacked);

        assertThat(packed.bytes().length()).isLessThan(1000);
        assertThat(unpacked.responseTo()).isEqualTo(1);
        assertThat(message.body()).isEqualTo(BsonDocument.parse(json));
    }

    @ParameterizedTest
    @EnumSource
    void givesBackTheMemoryOfLargeReplies(Compression compression) throws IOException {
        MemoryBudget budget = new MemoryBudget(7 << 20, 6 << 20);
        ReplyWriter writer = new ReplyWriter(new Capture(), budget.share().lease());
        BsonDocument large = new BsonDocument("a", new BsonBinary(new byte[2 << 20]));

        for (int reply = 0; reply < 3; reply++) {
            writer.answer(reply, compression, false);
            writer.document(large);
        }

        assertThat(budget.free()).isEqualTo(7 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherSizeThanTold(Compression compression) throws IOException {
        for (int difference : new int[] {-1, 1, 10_000}) {
            byte[] bytes = compressed(compression, "{a: 'telamon telamon telamon telamon', ok: 1}");
            LittleEndian.putInt32(bytes, 20, LittleEndian.int32(bytes, 20) + difference);

            assertThatThrownBy(() -> new Decompression(memory()).unpack(frame(bytes), compression, Frame.MAX_LENGTH))
                    .isInstanceOf(MalformedFrameException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatWouldBecomeTooLarge(Compression compression) throws IOException {
        byte[] bytes = compressed(compression, "{a: '" + "0".repeat(100_000) + "'}");

        assertThatThrownBy(() -> new Decompression(memory()).unpack(frame(bytes), compression, 50_000))
                .isInstanceOf(MalformedFrameException.class);
    }

    @ParameterizedTest
    @EnumSource
    void refusesGarbage(Compression compression) throws IOException {
        byte[] bytes = compressed(compression, "{a: 'telamon telamon telamon telamon', ok: 1}");
        Arrays.fill(bytes, 25, bytes.length, (byte) 0x5a);

        assertThatThrownBy(() -> new Decompression(memory()).unpack(frame(bytes), compression, Frame.MAX_LENGTH))
                .isInstanceOf(MalformedFrameException.class);
    }

    private static final class Capture implements Transport {

        private final List<byte[]> written = new ArrayList<>();

        @Override
        public int read(byte[] into, int offset, int length) {
            return -1;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            written.add(Arrays.copyOfRange(from, offset, offset + length));
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
