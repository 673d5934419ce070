package io.telamon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A real server in a process of its own, on a free port of this machine. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final Map<String, String> credentials;

    private ServerProcess(Process process, Map<String, String> credentials) {
        this.process = process;
        this.credentials = credentials;
    }

    /** Starts one over a data folder and waits until it accepts connections. */
    static ServerProcess start(Path dataFolder, String... more) throws IOException, InterruptedException {
        return start(Map.of(), dataFolder, more);
    }

    /** The same with variables in its environment. */
    static ServerProcess start(Map<String, String> environment, Path dataFolder, String... more)
            throws IOException, InterruptedException {
        Path file = dataFolder.resolve("credentials.env");
        Files.createDirectories(dataFolder);
        Instant before = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        Process process = launch(environment, dataFolder, more);
        try {
            Awaitility.await()
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(() -> !process.isAlive())
                    .until(() -> isRewritten(file, before) && accepts(read(file)));
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            process.destroyForcibly();
            throw new IOException("did not start: " + Files.readString(dataFolder.resolve("output.txt")), e);
        }
        return new ServerProcess(process, read(file));
    }

    /** Starts one and waits for nothing. What it prints is in {@code output.txt} of the folder. */
    static Process launch(Map<String, String> environment, Path dataFolder, String... more) throws IOException {
        Files.createDirectories(dataFolder);
        ProcessBuilder builder = new ProcessBuilder(command(dataFolder, more))
                .redirectErrorStream(true)
                .redirectOutput(dataFolder.resolve("output.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TELAMON_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until one has printed a text. */
    static void await(Path dataFolder, String text) {
        Awaitility.await(text)
                .atMost(LONGEST_START)
                .until(() -> Files.readString(dataFolder.resolve("output.txt")).contains(text));
    }

    /** The value of a name in the credentials file. */
    String credential(String name) {
        return Objects.requireNonNull(credentials.get(name), name);
    }

    Process process() {
        return process;
    }

    /** Ends it as a crash would, without warning. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> command(Path dataFolder, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.telamon.server.Main",
                "serve",
                "--port",
                "0",
                "--data-dir",
                dataFolder.toString()));
        command.addAll(List.of(more));
        return command;
    }

    private static boolean isRewritten(Path file, Instant before) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(before);
    }

    private static Map<String, String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static boolean accepts(Map<String, String> credentials) {
        String url = credentials.getOrDefault("MONGODB_ATLAS_BASE_URL", "");
        if (!url.endsWith("/")) {
            return false;
        }
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), java.net.URI.create(url).getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
