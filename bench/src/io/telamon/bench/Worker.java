package io.telamon.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * One connection at work: what it did, how long each time took, and what failed. It never waits: it goes on when the selector
 * of its {@link Workers} finds that bytes can be read or written.
 */
final class Worker {

    private static final int TOO_MANY = 100;

    private final InetSocketAddress server;
    private final Operation operation;
    private final Latencies latencies = new Latencies();
    private final Answer answer = new Answer();
    private ByteBuffer request = ByteBuffer.allocate(0);
    private SocketChannel channel;
    private long start;
    private long failures;
    private Optional<String> firstFailure = Optional.empty();

    Worker(InetSocketAddress server, Operation operation) throws IOException {
        this.server = server;
        this.operation = operation;
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        return opened;
    }

    /** Sends the first request, unless nothing is to be done any more. Whether there is anything to wait for. */
    boolean begin(Selector selector, Limit limit) {
        while (failures < TOO_MANY && limit.allowsOneMore()) {
            try {
                byte[] first = operation.begin();
                start = System.nanoTime();
                send(first);
                channel.register(selector, interest(), this);
                return true;
            } catch (IOException e) {
                fail(e.toString());
                reconnect();
            }
        }
        return false;
    }

    /** Goes on as far as it can. Whether there is anything more to wait for. */
    boolean proceed(Selector selector, Limit limit) {
        try {
            if (request.hasRemaining()) {
                channel.write(request);
            } else if (readAnswer() && !sendNext()) {
                finish();
                return begin(selector, limit);
            }
            channel.register(selector, interest(), this);
            return true;
        } catch (IOException e) {
            fail(e.toString());
            reconnect();
            return begin(selector, limit);
        }
    }

    private int interest() {
        return request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }

    private void send(byte[] bytes) throws IOException {
        answer.clear();
        request = ByteBuffer.wrap(bytes);
        channel.write(request);
    }

    private boolean readAnswer() throws IOException {
        if (channel.read(answer.buffer()) < 0) {
            throw new EOFException("the server closed the connection before its answer was complete");
        }
        return answer.isComplete();
    }

    private boolean sendNext() throws IOException {
        Optional<byte[]> next = operation.next(answer);
        if (next.isPresent()) {
            if (answer.isLast()) {
                reconnect();
            }
            send(next.get());
        }
        return next.isPresent();
    }

    private void finish() {
        latencies.record(System.nanoTime() - start);
        if (!operation.isDone(answer)) {
            fail("status " + answer.status() + ": " + answer.body().strip());
        }
        if (answer.isLast()) {
            reconnect();
        }
    }

    private void reconnect() {
        try {
            channel.close();
            channel = connect();
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    private void fail(String what) {
        failures++;
        if (firstFailure.isEmpty()) {
            firstFailure = Optional.of(what);
        }
    }

    void close() throws IOException {
        channel.close();
    }

    Latencies latencies() {
        return latencies;
    }

    long failures() {
        return failures;
    }

    Optional<String> firstFailure() {
        return firstFailure;
    }
}
