package io.telamon.engine.process;

import io.telamon.engine.remote.Deployment;
import io.telamon.engine.remote.DeploymentAddress;
import io.telamon.engine.remote.Reached;
import io.telamon.engine.remote.RemoteCluster;
import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.EngineUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of one cluster. Its number is written down, so that a start after a crash finds one that was left behind. */
final class ClusterProcess implements Reached {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterProcess.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final long BETWEEN_TRIES = 20;

    private final Program program;
    private final Path executable;
    private final Path folder;
    private final Budget budget;
    private @Nullable Process process;
    private @Nullable Deployment deployment;
    private final RemoteCluster cluster = RemoteCluster.alone(this);

    ClusterProcess(Program program, Path executable, Path folder, Budget budget) {
        this.program = program;
        this.executable = executable;
        this.folder = folder;
        this.budget = budget;
    }

    RemoteCluster cluster() {
        return cluster;
    }

    @Override
    public synchronized Deployment now() throws EngineUnavailableException {
        if (process != null && process.isAlive() && deployment != null) {
            return deployment;
        }
        if (!Files.isDirectory(folder)) {
            throw new EngineUnavailableException(folder + " was never provisioned, or is dropped");
        }
        if (process != null) {
            LOG.warn("{} of {} has ended with {}; it is started again", program.command(), folder, process.exitValue());
        }
        end();
        try {
            endTheOneLeftBehind();
            return start();
        } catch (IOException e) {
            end();
            throw new EngineUnavailableException(program.command() + " of " + folder + " does not start: " + e, e);
        } catch (EngineUnavailableException e) {
            end();
            throw e;
        }
    }

    private Deployment start() throws IOException, EngineUnavailableException {
        int port = port();
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(program.arguments(folder, port));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        process = started;
        Files.writeString(pidFile(), started.pid() + " " + startOf(started.toHandle()));
        Deployment reached = new Deployment(DeploymentAddress.local(port), budget);
        awaitAnswer(started, reached, port);
        deployment = reached;
        LOG.info("{} serves {} as process {}", program.command(), folder, started.pid());
        return reached;
    }

    private void awaitAnswer(Process started, Deployment reached, int port) throws EngineUnavailableException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        boolean asked = false;
        while (true) {
            try {
                reached.run("admin", new BsonDocument("ping", new BsonInt32(1)));
                return;
            } catch (EngineUnavailableException notYet) {
                if (!started.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new EngineUnavailableException(
                            program.command() + " does not answer; see " + folder.resolve("output.txt"), notYet);
                }
            }
            asked = asked || (program.isReplicaSet() && initiate(port));
            pause();
        }
    }

    /** Makes the process the primary of a set of one; it takes no writes before, and need not be told twice. */
    private static boolean initiate(int port) {
        BsonDocument member =
                new BsonDocument("_id", new BsonInt32(0)).append("host", new BsonString("127.0.0.1:" + port));
        BsonDocument configuration = new BsonDocument("_id", new BsonString(Program.REPLICA_SET))
                .append("members", new BsonArray(List.of(member)));
        return Deployment.tell(DeploymentAddress.local(port), new BsonDocument("replSetInitiate", configuration));
    }

    private static void pause() throws EngineUnavailableException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("the start was interrupted", e);
        }
    }

    /** The port of the last start, which a replica set remembers; another one where that does not matter and it is taken. */
    private int port() throws IOException {
        Path file = folder.resolve("port.txt");
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).trim());
            if (program.isReplicaSet() || isFree(kept)) {
                return kept;
            }
        }
        int free = freePort();
        Files.writeString(file, String.valueOf(free));
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path pidFile() {
        return folder.resolve("process.txt");
    }

    /** A process that an earlier Telamon started here and could not end. It is told from others that got its number by when it began. */
    private void endTheOneLeftBehind() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        String[] written = Files.readString(pidFile()).trim().split(" ", 2);
        if (written.length == 2) {
            ProcessHandle.of(Long.parseLong(written[0]))
                    .filter(handle -> startOf(handle).equals(written[1]))
                    .ifPresent(ClusterProcess::end);
        }
        Files.deleteIfExists(pidFile());
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    /** Asks a process to end, and ends it when it does not. */
    private static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("process {} does not end and is killed", handle.pid());
            handle.destroyForcibly();
        }
    }

    synchronized OptionalLong pid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /** Ends the process, if it runs. */
    synchronized void end() {
        if (deployment != null) {
            deployment.close();
        }
        if (process != null && process.isAlive()) {
            end(process.toHandle());
        }
        process = null;
        deployment = null;
    }

    /** Deletes what an ended process has left. */
    synchronized void discard() throws EngineUnavailableException {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            endTheOneLeftBehind();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new EngineUnavailableException("cannot delete " + folder + ": " + e, e);
        }
    }
}
