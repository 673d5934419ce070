package io.telamon.engine.process;

import io.telamon.engine.remote.Budget;
import io.telamon.engine.remote.Deployment;
import io.telamon.engine.remote.DeploymentAddress;
import io.telamon.engine.remote.RemoteCluster;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that was started and has answered. It is the one that answers: it alone listens in a folder that nobody else can enter.
 *
 * @param socket where it listens
 * @param info what it said of itself
 */
record RunningProcess(ClusterFolder folder, Process process, Path socket, Deployment deployment, EngineInfo info) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProcess.class);
    private static final long BETWEEN_TRIES = 20;

    /** How long a process may take to answer after it was started. */
    static final Duration LONGEST_START = Duration.ofSeconds(30);

    /**
     * Starts a process and waits until it answers; ends the one that an earlier Telamon left behind there.
     *
     * @param budget for what is large
     * @param unwanted whether to give up
     */
    static RunningProcess start(
            Program program, Path executable, ClusterFolder folder, Budget budget, BooleanSupplier unwanted)
            throws IOException, EngineUnavailableException {
        folder.prepare();
        folder.pidFile().endTheOneLeftBehind();
        folder.removeSocket();
        Path socket = folder.socket();
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(program.arguments(folder.path()));
        Process process = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.output().toFile())
                .start();
        Deployment deployment = new Deployment(DeploymentAddress.at(socket), budget);
        try {
            folder.pidFile().write(process);
            awaitAnswer(program, process, deployment, unwanted);
            EngineInfo info = RemoteCluster.alone(() -> deployment).info(program.command());
            return new RunningProcess(folder, process, socket, deployment, info);
        } catch (IOException | EngineUnavailableException | RuntimeException e) {
            end(folder, process, socket, deployment);
            throw e;
        }
    }

    private static void awaitAnswer(Program program, Process process, Deployment deployment, BooleanSupplier unwanted)
            throws EngineUnavailableException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        boolean initiated = !program.isReplicaSet();
        while (!answers(deployment)) {
            if (!process.isAlive()) {
                throw new EngineUnavailableException("it ended with " + process.exitValue());
            }
            if (unwanted.getAsBoolean() || Instant.now().isAfter(deadline)) {
                throw new EngineUnavailableException("it does not answer");
            }
            initiated = initiated || initiate(deployment);
            pause();
        }
        if (!process.isAlive()) {
            throw new EngineUnavailableException("it answered and ended with " + process.exitValue());
        }
    }

    private static boolean answers(Deployment deployment) {
        try {
            deployment.run("admin", new BsonDocument("ping", new BsonInt32(1)));
            return true;
        } catch (EngineUnavailableException notYet) {
            LOG.trace("{} does not answer yet", deployment, notYet);
            return false;
        }
    }

    /** Makes the process the primary of a set of one; it takes no writes before, and need not be told twice. */
    private static boolean initiate(Deployment deployment) {
        BsonDocument member =
                new BsonDocument("_id", new BsonInt32(0)).append("host", new BsonString(Program.SOCKET_IN_ITS_FOLDER));
        BsonDocument configuration = new BsonDocument("_id", new BsonString(Program.REPLICA_SET))
                .append("members", new BsonArray(List.of(member)));
        return deployment.tell(new BsonDocument("replSetInitiate", configuration));
    }

    private static void pause() throws EngineUnavailableException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("the start was interrupted", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process, if it still runs. */
    void end() {
        end(folder, process, socket, deployment);
    }

    private static void end(ClusterFolder folder, Process process, Path socket, Deployment deployment) {
        deployment.close();
        if (process.isAlive()) {
            PidFile.end(process.toHandle());
        }
        try {
            folder.forget(socket);
        } catch (IOException e) {
            LOG.warn("the link to {} cannot be removed", folder, e);
        }
    }
}
