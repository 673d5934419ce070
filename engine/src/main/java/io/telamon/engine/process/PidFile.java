package io.telamon.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of a process and when it began, written down, so that a start after a crash finds one that was left behind, and no other that
 * has its number now.
 */
record PidFile(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    void write(Process process) throws IOException {
        Files.writeString(
                file, process.pid() + " " + startOf(process.toHandle()).orElse("unknown"));
    }

    /** Ends the process that an earlier Telamon started here and could not end, if it still runs. */
    void endTheOneLeftBehind() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String[] written = Files.readString(file).trim().split(" ", 2);
        if (written.length == 2) {
            ProcessHandle.of(Long.parseLong(written[0]))
                    .filter(handle -> startOf(handle).equals(Optional.of(written[1])))
                    .ifPresent(PidFile::end);
        }
        Files.deleteIfExists(file);
    }

    private static Optional<String> startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString);
    }

    /** Asks a process to end, and ends it when it does not. */
    static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("process {} does not end and is killed", handle.pid());
            handle.destroyForcibly();
        }
    }
}
