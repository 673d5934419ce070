package io.telamon.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that do not do what they should. */
class ProcessEngineTest {

    private static final ClusterId CLUSTER = new ClusterId("c1");

    @TempDir
    private Path folder;

    @Test
    @Timeout(20)
    void tellsWhatAClusterIsWithoutWaitingForItsProcess() throws Exception {
        try (ProcessEngine engine = engine("echo start >> starts.txt; exec sleep 60")) {
            Files.createDirectories(cluster());

            for (int i = 0; i < 10; i++) {
                assertThat(engine.info(CLUSTER).name()).isEqualTo("ferretdb");
            }

            await(() -> Files.exists(cluster().resolve("starts.txt")));
            assertThatThrownBy(() -> engine.size(CLUSTER))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("still being started");
        }
        assertThat(cluster().resolve("starts.txt")).hasContent("start");
    }

    @Test
    void doesNotTryAgainAtOnceWhatHasFailed() throws Exception {
        try (ProcessEngine engine = engine("echo start >> starts.txt; exit 3")) {
            assertThatThrownBy(() -> engine.provision(CLUSTER)).hasMessageContaining("it ended with 3");

            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> engine.size(CLUSTER)).hasMessageContaining("it is tried again soon");
            }

            assertThat(cluster().resolve("starts.txt")).hasContent("start");
            await(() -> {
                engine.info(CLUSTER);
                return Files.readAllLines(cluster().resolve("starts.txt")).size() > 1;
            });
        }
    }

    @Test
    void letsNobodyElseIntoTheFolder() throws Exception {
        Files.createDirectories(
                cluster(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (ProcessEngine engine = engine("exit 3")) {
            assertThatThrownBy(() -> engine.provision(CLUSTER)).isInstanceOf(EngineUnavailableException.class);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster())))
                .isEqualTo("rwx------");
    }

    @Test
    void doesNotSpeakToWhoeverListensInPlaceOfTheProcess() throws Exception {
        Files.createDirectories(cluster());
        try (ServerSocketChannel stranger = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                ProcessEngine engine = engine("sleep 0.5; exit 3")) {
            stranger.bind(UnixDomainSocketAddress.of(cluster().resolve("engine.sock")));
            stranger.configureBlocking(false);

            assertThatThrownBy(() -> engine.provision(CLUSTER)).isInstanceOf(EngineUnavailableException.class);

            assertThat(stranger.accept()).isNull();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(condition::holds);
    }

    private Path cluster() {
        return folder.resolve("engines").resolve(CLUSTER.value());
    }

    private ProcessEngine engine(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("ferretdb"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new ProcessEngine(Program.FERRETDB, program, folder.resolve("engines"));
    }
}
