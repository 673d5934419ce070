package io.telamon.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.gateway.memory.MemoryBudget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final FrameProgressListener NO_MATTER = new FrameProgressListener() {
        @Override
        public void frameBegun() {}

        @Override
        public void progressed(int bytes) {}

        @Override
        public void waitBegun() {}

        @Override
        public void waitEnded() {}

        @Override
        public void frameEnded() {}
    };

    /** Gives as many bytes a read as chance has it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Chance(byte[] bytes, int[] at, Random random) implements Transport {

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at[0] == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(length, 1 + random.nextInt(3000)), bytes.length - at[0]);
            System.arraycopy(bytes, at[0], into, offset, count);
            at[0] += count;
            return count;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static byte[] frame(int length, int requestId) {
        byte[] frame = new byte[length];
        Frame.putHeader(frame, 0, length, requestId, 0, OpCode.MSG);
        return frame;
    }

    private static FrameReader reader(byte[] bytes, long seed, int maxLength) {
        return new FrameReader(
                new Chance(bytes, new int[1], new Random(seed)),
                NO_MATTER,
                new MemoryBudget(2L * Frame.MAX_LENGTH, Frame.MAX_LENGTH)
                        .share()
                        .lease(),
                maxLength);
    }

    @Test
    void findsFramesHoweverTheStreamIsCut() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            int[] lengths = new int[60];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = 16 + random.nextInt(i % 10 == 0 ? 100_000 : 600);
                stream.write(frame(lengths[i], i));
            }
            FrameReader reader = reader(stream.toByteArray(), seed, 1 << 20);

            for (int i = 0; i < lengths.length; i++) {
                Frame frame = reader.next();
                assertThat(frame).isNotNull();
                assertThat(frame.bytes().length()).isEqualTo(lengths[i]);
                assertThat(frame.requestId()).isEqualTo(i);
            }
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void takesFramesUpToTheBound() throws IOException {
        assertThat(reader(frame(5000, 1), 1, 5000).next()).isNotNull();
        FrameReader strict = reader(frame(5001, 1), 1, 5000);

        assertThatThrownBy(strict::next).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void noticesAStreamThatEndsWithinAFrame() {
        byte[] cut = Arrays.copyOf(frame(500, 1), 499);

        assertThatThrownBy(reader(cut, 1, 1000)::next).isInstanceOf(MalformedFrameException.class);
    }
}
