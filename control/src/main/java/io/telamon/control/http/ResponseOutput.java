package io.telamon.control.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What responses are written to. A client that does not take one in time loses its connection.
 *
 * <h2>Threads</h2>
 *
 * Confined to the connection's thread.
 */
final class ResponseOutput implements DataWriter {

    /** Bytes that are written at once; each write copies so many out of the heap. */
    private static final int PIECE = 16 << 10;

    /** For a response after the connection has expired. */
    private static final Duration LAST_RESPONSE = Duration.ofSeconds(2);

    private final Transport transport;
    private final Progress progress;
    private final HttpLimits limits;
    private final BooleanSupplier headOnly;

    /**
     * An output.
     *
     * @param headOnly whether responses end with their header section, as those to {@code HEAD} do (RFC 9110, section 9.3.2)
     */
    ResponseOutput(Transport transport, Progress progress, HttpLimits limits, BooleanSupplier headOnly) {
        this.transport = transport;
        this.progress = progress;
        this.limits = limits;
        this.headOnly = headOnly;
    }

    @Override
    public void write(BufferData... buffers) {
        for (BufferData buffer : buffers) {
            writeNow(buffer);
        }
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
        write(buffers);
    }

    @Override
    public void writeNow(BufferData buffer) {
        byte[] bytes = buffer.readBytes();
        int length = headOnly.getAsBoolean() ? headLength(bytes) : bytes.length;
        if (!progress.enter(Phase.WRITING, limits.timeFor(length))) {
            progress.enterLast(Phase.WRITING, LAST_RESPONSE);
        }
        try {
            for (int at = 0; at < length; at += PIECE) {
                transport.write(bytes, at, Math.min(PIECE, length - at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.handle();
    }

    private static int headLength(byte[] response) {
        for (int end = 4; end <= response.length; end++) {
            if (response[end - 1] == '\n' && response[end - 2] == '\r' && response[end - 3] == '\n') {
                return end;
            }
        }
        return response.length;
    }
}
