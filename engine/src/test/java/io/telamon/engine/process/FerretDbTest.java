package io.telamon.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.gateway.model.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real FerretDB 1, which the variable {@code TELAMON_TEST_FERRETDB} names. */
class FerretDbTest {

    private static final ClusterId CLUSTER = new ClusterId("c1");

    @TempDir
    private Path folder;

    @Test
    void listensOnASocketInItsFolderAndOnNoPort() throws Exception {
        try (ProcessEngine engine = engine(folder)) {
            engine.provision(CLUSTER);

            assertThat(engine.collections(CLUSTER)).isEmpty();
            assertThat(engine.info(CLUSTER).version()).startsWith("7.0.");
            assertThat(folder.resolve("c1/engine.sock")).exists();
            assertThat(sockets(engine.pid(CLUSTER).orElseThrow()))
                    .as("its sockets")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(tcpSockets());
        }
    }

    @Test
    void isReachedInAFolderWhosePathIsTooLongForASocket() throws Exception {
        Path deep = folder.resolve("x".repeat(120));
        Set<Path> before = links();
        try (ProcessEngine engine = engine(deep)) {
            engine.provision(CLUSTER);

            assertThat(engine.collections(CLUSTER)).isEmpty();
            assertThat(deep.resolve("c1/engine.sock")).exists();
        }
        assertThat(links()).isEqualTo(before);
    }

    private static ProcessEngine engine(Path folder) {
        Optional<String> program = Optional.ofNullable(System.getenv("TELAMON_TEST_FERRETDB"));
        assumeTrue(program.isPresent(), "TELAMON_TEST_FERRETDB names no FerretDB");
        return new ProcessEngine(Program.FERRETDB, Path.of(program.get()), folder);
    }

    private static Set<Path> links() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Set.copyOf(files.filter(file -> Files.isSymbolicLink(file.resolve("engine")))
                    .toList());
        }
    }

    /** The numbers of the sockets that a process has open. */
    private static Set<String> sockets(long pid) throws IOException {
        Path files = Path.of("/proc/" + pid + "/fd");
        assumeTrue(Files.isDirectory(files), "this system does not tell");
        Set<String> found = new HashSet<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    found.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return found;
    }

    private static String target(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException closed) {
            return "";
        }
    }

    private static Set<String> tcpSockets() throws IOException {
        Set<String> found = new HashSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                found.add(line.strip().split("\\s+", -1)[9]);
            }
        }
        return found;
    }
}
