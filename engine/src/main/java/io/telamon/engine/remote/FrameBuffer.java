package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads frames into one buffer, mostly one read a frame. It is as large as usual frames need; a larger frame gets one of its own, once there is
 * memory for it.
 */
final class FrameBuffer {

    private static final int USUAL = 16 * 1024;

    private final InputStream in;
    private Budget budget;
    private byte[] buffer = new byte[1024];
    private int start;
    private int end;
    private int taken;

    FrameBuffer(InputStream in, Budget budget) {
        this.in = in;
        this.budget = budget;
    }

    /**
     * The next frame, whole, valid until the next call.
     *
     * @throws EOFException if the stream ends, or says something else than a frame
     * @throws IOException if it cannot be read, or there is no memory for it; what was taken of the budget is given back
     */
    Bytes next() throws IOException {
        release();
        boolean whole = false;
        try {
            Bytes frame = read();
            whole = true;
            return frame;
        } finally {
            if (!whole) {
                release();
            }
        }
    }

    private Bytes read() throws IOException {
        fill(Wire.HEADER);
        int length = Wire.int32(buffer, start);
        if (length < Wire.HEADER || length > DeploymentConnection.LONGEST_FRAME) {
            throw new EOFException("a frame of " + length + " bytes");
        }
        taken = budget.take(length);
        fill(length);
        Bytes frame = new Bytes(buffer, start, length);
        start += length;
        return frame;
    }

    /** Ends the use of the last frame; those that follow need memory of that budget. */
    void use(Budget other) {
        release();
        budget = other;
    }

    /** Gives back what the last frame needed. */
    void release() {
        budget.give(taken);
        taken = 0;
        if (start == end) {
            start = 0;
            end = 0;
            if (buffer.length > USUAL) {
                buffer = new byte[USUAL];
            }
        }
    }

    /** Whether there are bytes that belong to no frame read so far. */
    boolean hasUnread() {
        return start != end;
    }

    private void fill(int wanted) throws IOException {
        while (end - start < wanted) {
            makeRoom(wanted);
            int count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                throw new EOFException("the stream ends");
            }
            end += count;
        }
    }

    private void makeRoom(int wanted) {
        if (start + wanted <= buffer.length) {
            return;
        }
        byte[] roomier = wanted <= buffer.length ? buffer : new byte[Math.max(wanted, USUAL)];
        System.arraycopy(buffer, start, roomier, 0, end - start);
        buffer = roomier;
        end -= start;
        start = 0;
    }
}
