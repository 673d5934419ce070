package io.telamon.gateway.net;

import io.telamon.gateway.wire.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A socket, plain or with TLS over it. Closing closes the socket underneath, which never waits for the peer. */
final class SocketTransport implements Transport {

    private final Socket underneath;
    private final InputStream in;
    private final OutputStream out;
    private final PeerTimeout timeout;

    SocketTransport(Socket underneath, Socket socket, PeerTimeout timeout) throws IOException {
        this.underneath = underneath;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.timeout = timeout;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, length);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        timeout.writeBegun();
        int end = offset + length;
        for (int at = offset; at < end; at += PeerTimeout.STEP) {
            int count = Math.min(PeerTimeout.STEP, end - at);
            if (length > PeerTimeout.STEP) {
                timeout.progressed(PeerTimeout.STEP);
            }
            out.write(from, at, count);
        }
        timeout.writeEnded();
    }

    @Override
    public void close() {
        try {
            underneath.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
