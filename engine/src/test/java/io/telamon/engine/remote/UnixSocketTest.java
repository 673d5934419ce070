package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(20)
    void carriesBytesUntilItIsClosed() throws Exception {
        Path path = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            UnixSocket socket = UnixSocket.connect(path);
            try (SocketChannel other = server.accept()) {
                socket.getOutputStream().write(7);
                ByteBuffer read = ByteBuffer.allocate(1);
                other.read(read);
                assertThat(read.get(0)).isEqualTo((byte) 7);

                other.write(ByteBuffer.wrap(new byte[] {8}));
                assertThat(socket.getInputStream().read(new byte[1], 0, 1)).isEqualTo(1);

                CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(
                        () -> catchThrowable(() -> socket.getInputStream().read(new byte[1], 0, 1)));
                socket.close();
                assertThat(end.get()).isInstanceOf(IOException.class);
            }
        }
    }
}
