package io.telamon.gateway.dns;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers queries over UDP, one at a time: answers are small and come from memory or one lookup. */
public final class DnsResponder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DnsResponder.class);
    private static final int LONGEST_QUERY = 4096;

    private final DatagramSocket socket;
    private final EssentialThread thread;
    private final Zone zone;

    /**
     * Begins to answer.
     *
     * @param threads lists the thread that answers
     * @throws IOException if the address cannot be bound
     */
    public DnsResponder(InetSocketAddress bind, Zone zone, EssentialThreads threads) throws IOException {
        this.zone = zone;
        this.socket = new DatagramSocket(bind);
        this.thread = threads.start("gateway-dns", this::serve);
    }

    /** The port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[LONGEST_QUERY];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.debug("a DNS query cannot be answered", e);
                }
            }
        }
    }

    private void answer(DatagramPacket query) throws IOException {
        Optional<byte[]> answer = zone.answer(Arrays.copyOf(query.getData(), query.getLength()));
        if (answer.isPresent()) {
            socket.send(new DatagramPacket(answer.get(), answer.get().length, query.getSocketAddress()));
        }
    }

    /** Ceases to answer. */
    @Override
    public void close() {
        thread.end();
        socket.close();
    }
}
