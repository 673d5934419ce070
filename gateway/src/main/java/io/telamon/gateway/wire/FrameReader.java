package io.telamon.gateway.wire;

import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.Bytes;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from a transport into one buffer, mostly one read a frame. The buffer starts small, grows only as bytes really arrive,
 * and shrinks again when large frames have ceased: thousands of idle connections cost little.
 *
 * <h2>Threads</h2>
 *
 * Used by the connection's own thread only.
 */
public final class FrameReader implements AutoCloseable {

    private static final int SMALL = 1024;
    private static final int LARGE = 16 * 1024;
    private static final int HUGE = 1 << 20;
    private static final int SMALL_FRAMES_BEFORE_SHRINKING = 32;

    private final Transport transport;
    private final Pace pace;
    private final Budget budget;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int end;
    private int maxLength;
    private int smallFrames;
    private int taken;

    /** Refuses frames longer than that until {@link #allow} says otherwise. */
    public FrameReader(Transport transport, Pace pace, Budget budget, int maxLength) {
        this.transport = transport;
        this.pace = pace;
        this.budget = budget;
        this.maxLength = maxLength;
    }

    /** Sets the longest frame to take. */
    public void allow(int longest) {
        maxLength = longest;
    }

    /**
     * The next frame, valid until the next call, or nothing if the peer has closed the stream between two frames.
     *
     * @throws MalformedFrameException if the length in the header is out of bounds or the stream ends within a frame
     */
    public @Nullable Frame next() throws IOException {
        giveBack();
        shrinkIfIdle();
        if (!fill(Frame.HEADER)) {
            return null;
        }
        int length = LittleEndian.int32(buffer, start);
        if (length < Frame.HEADER || length > maxLength) {
            throw new MalformedFrameException("a frame of " + length + " bytes");
        }
        taken = budget.take(length);
        if (!fill(length)) {
            throw new MalformedFrameException("the stream ends within a frame");
        }
        Frame frame = new Frame(new Bytes(buffer, start, length));
        start += length;
        smallFrames = length > LARGE ? 0 : smallFrames + 1;
        return frame;
    }

    private boolean fill(int wanted) throws IOException {
        if (end - start >= wanted) {
            return true;
        }
        boolean begun = false;
        while (end - start < wanted) {
            if (end > start && !begun) {
                pace.frameBegun();
                begun = true;
            }
            makeRoom(wanted);
            int count = transport.read(buffer, end, buffer.length - end);
            if (count < 0) {
                return endOfStream();
            }
            end += count;
        }
        if (begun) {
            pace.frameEnded();
        }
        return true;
    }

    private boolean endOfStream() throws MalformedFrameException {
        if (end > start) {
            throw new MalformedFrameException("the stream ends within a frame");
        }
        return false;
    }

    private void makeRoom(int wanted) {
        if (start == end) {
            start = 0;
            end = 0;
        }
        if (start + wanted <= buffer.length) {
            return;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(maxLength, 4L * buffer.length));
        }
    }

    private boolean mayShrink() {
        return buffer.length > HUGE || (buffer.length > LARGE && smallFrames > SMALL_FRAMES_BEFORE_SHRINKING);
    }

    private void giveBack() {
        budget.give(taken);
        taken = 0;
    }

    /** Gives memory back; nothing is read any more. */
    @Override
    public void close() {
        giveBack();
    }

    private void shrinkIfIdle() {
        if (mayShrink() && end - start <= LARGE) {
            buffer = Arrays.copyOfRange(buffer, start, start + LARGE);
            end -= start;
            start = 0;
        }
    }
}
