package io.telamon.gateway.wire;

import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from a transport into one buffer, mostly one read a frame. The buffer starts small, grows only as bytes really arrive,
 * and is small again after each large frame: thousands of idle connections cost little. What it has above 16 KB it takes from a lease, so
 * that a length that is announced costs nothing.
 *
 * <h2>Threads</h2>
 *
 * Used by the connection's own thread only.
 */
public final class FrameReader {

    private static final int SMALL = 1024;
    private static final int GROWTH = 4;

    /** The longest buffer that takes nothing from a lease, in bytes. */
    static final int UNCHARGED = 16 * 1024;

    private final Transport transport;
    private final FrameProgressListener pace;
    private final MemoryLease memory;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int end;
    private int maxLength;

    /** Refuses frames longer than that until {@link #allow} says otherwise. */
    public FrameReader(Transport transport, FrameProgressListener pace, MemoryLease memory, int maxLength) {
        this.transport = transport;
        this.pace = pace;
        this.memory = memory;
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
     * @throws IOException if there is no memory for the frame
     */
    public @Nullable Frame next() throws IOException {
        release();
        if (!fill(Frame.HEADER)) {
            return null;
        }
        int length = LittleEndian.int32(buffer, start);
        if (length < Frame.HEADER || length > maxLength) {
            throw new MalformedFrameException("a frame of " + length + " bytes");
        }
        if (!fill(length)) {
            throw new MalformedFrameException("the stream ends within a frame");
        }
        memory.requestArrived();
        Frame frame = new Frame(new Bytes(buffer, start, length));
        start += length;
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
            if (buffer.length > UNCHARGED && end - start < wanted) {
                pace.progressed(count);
            }
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

    private void makeRoom(int wanted) throws IOException {
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
            grow((int) Math.min(Math.max(wanted, UNCHARGED), (long) GROWTH * buffer.length));
        }
    }

    /** Takes memory for the longer buffer while the shorter one is still there. */
    private void grow(int length) throws IOException {
        if (length > UNCHARGED) {
            pace.waitBegun();
            memory.grow(length);
            pace.waitEnded();
        }
        int before = buffer.length;
        buffer = Arrays.copyOf(buffer, length);
        memory.shrink(charged(before));
    }

    private static int charged(int length) {
        return length > UNCHARGED ? length : 0;
    }

    /** Ends the use of the last frame, and gives its memory back. */
    public void release() {
        if (buffer.length > UNCHARGED && end - start <= UNCHARGED) {
            int before = buffer.length;
            buffer = Arrays.copyOfRange(buffer, start, start + UNCHARGED);
            end -= start;
            start = 0;
            memory.shrink(charged(before));
        }
    }
}
