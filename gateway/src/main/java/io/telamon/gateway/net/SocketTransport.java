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
    private final Patience patience;

    SocketTransport(Socket underneath, Socket socket, Patience patience) throws IOException {
        this.underneath = underneath;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.patience = patience;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, length);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        patience.writeBegun();
        out.write(from, offset, length);
        patience.writeEnded();
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
