package io.telamon.engine.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a Unix socket. Such channels know no timeouts: a read that takes longer than {@link #setSoTimeout} says is ended, within a
 * second, by closing the connection.
 */
final class UnixSocket extends Socket {

    private static final Logger LOG = LoggerFactory.getLogger(UnixSocket.class);

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final ScheduledFuture<?> watch;
    private volatile int timeout;
    private volatile boolean reading;
    private volatile long readingSince;

    private UnixSocket(SocketChannel channel) {
        this.channel = channel;
        this.in = new Watched(Channels.newInputStream(channel));
        this.out = Channels.newOutputStream(channel);
        this.watch =
                ForkJoinPool.commonPool().scheduleWithFixedDelay(this::endWhatTakesTooLong, 1, 1, TimeUnit.SECONDS);
    }

    static UnixSocket connect(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return new UnixSocket(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void endWhatTakesTooLong() {
        long most = TimeUnit.MILLISECONDS.toNanos(timeout);
        if (reading && most > 0 && System.nanoTime() - readingSince > most) {
            try {
                close();
            } catch (IOException e) {
                LOG.debug("{} cannot be closed", this, e);
            }
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream channel) {
            super(channel);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            readingSince = System.nanoTime();
            reading = true;
            try {
                return super.read(bytes, offset, length);
            } finally {
                reading = false;
            }
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public void setSoTimeout(int milliseconds) {
        timeout = milliseconds;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException closed) {
            return UnixDomainSocketAddress.of("");
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        channel.close();
    }
}
