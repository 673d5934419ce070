package io.telamon.control.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A TLS connection of which the handshake is done. */
final class TlsTransport implements Transport {

    private static final String HTTP = "http/1.1";

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;

    private TlsTransport(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Does the handshake over a connection. */
    static TlsTransport accept(SocketChannel channel, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(channel.socket(), null, false);
        socket.setHandshakeApplicationProtocolSelector((ssl, offered) -> offered.contains(HTTP) ? HTTP : null);
        socket.startHandshake();
        return new TlsTransport(socket);
    }

    @Override
    public int read(byte[] into) throws IOException {
        return in.read(into);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isSecure() {
        return true;
    }
}
