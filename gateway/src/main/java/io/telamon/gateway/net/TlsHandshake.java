package io.telamon.gateway.net;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's side of TLS. */
final class TlsHandshake {

    private TlsHandshake() {}

    /** Shakes hands over a socket. */
    static SSLSocket server(SSLContext context, Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }

    /** The name of the server that the client asked for, in lower case without a dot at its end. */
    static Optional<String> serverName(Socket socket) {
        if (socket instanceof SSLSocket tls && tls.getSession() instanceof ExtendedSSLSession session) {
            for (SNIServerName name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    String lower = host.getAsciiName().toLowerCase(Locale.ROOT);
                    return Optional.of(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
                }
            }
        }
        return Optional.empty();
    }
}
