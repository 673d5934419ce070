package io.telamon.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One keep-alive connection that sends requests made of bytes and reads no more of an answer than where it ends. It connects
 * anew when the server has closed it.
 *
 * <p>One thread exchanges; any thread may close.
 */
final class Connection implements AutoCloseable {

    private final InetSocketAddress server;
    private final Answer answer = new Answer();
    private volatile SocketChannel channel;

    Connection(InetSocketAddress server) throws IOException {
        this.server = server;
        this.channel = open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return opened;
    }

    /**
     * Sends a request and reads its answer, which is good until the next exchange.
     *
     * @throws IOException when the server sends less than an answer, or what is none
     */
    Answer exchange(byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        answer.clear();
        while (!answer.isComplete()) {
            if (channel.read(answer.buffer()) < 0) {
                throw new EOFException("the server closed the connection before its answer was complete");
            }
        }
        if (answer.isLast()) {
            reconnect();
        }
        return answer;
    }

    Answer exchange(String request) throws IOException {
        return exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    void reconnect() throws IOException {
        channel.close();
        channel = open();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
