package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpListenerTest {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int STARTS = 200;

    @Test
    void closesItsSocketWhenThePortIsTaken() throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());
            long before = descriptors();
            for (int i = 0; i < STARTS; i++) {
                assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> start(taken));
            }

            assertThat(descriptors() - before).isLessThan(STARTS / 2);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // it does not start
    private static void start(InetSocketAddress address) {
        HttpListener.start(
                address,
                Optional.empty(),
                HttpLimits.DEFAULT,
                status -> new byte[0],
                (request, response) -> response.send(),
                new EssentialThreads());
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }
}
