package io.telamon.engine.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens sockets to members of deployments: Unix sockets, TCP, and TLS over TCP with the member's name verified. */
final class DeploymentSocket {

    private DeploymentSocket() {}

    /** A connected socket, which has no timeout. */
    static Socket open(HostAndPort host, DeploymentAddress address) throws IOException {
        if (host.isUnixSocket()) {
            return UnixSocket.connect(Path.of(host.host()));
        }
        Socket socket = new Socket();
        try {
            int timeout = (int) address.timeout().toMillis();
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host.host(), host.port()), timeout);
            return address.tls() ? secured(socket, host, timeout) : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, HostAndPort host, int timeout) throws IOException {
        SSLSocket tls = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host.host(), host.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(timeout);
        tls.startHandshake();
        tls.setSoTimeout(0);
        return tls;
    }
}
