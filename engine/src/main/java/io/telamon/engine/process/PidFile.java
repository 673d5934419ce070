package io.telamon.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of a process, when it began and which folder this is, written down, so that a start after a crash finds one that was left
 * behind, and no other that has its number now. In a copy of the folder it names nothing: the process works on the original.
 */
record PidFile(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    void write(Process process) throws IOException {
        Files.writeString(
                file, process.pid() + " " + startOf(process.toHandle()).orElse("unknown") + " " + folder());
    }

    /** Ends the process that an earlier Telamon started here and could not end, if it still runs. */
    void endTheOneLeftBehind() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String[] written = Files.readString(file).trim().split(" ", 3);
        boolean copied = written.length == 3 && !written[2].equals(folder());
        if (written.length > 1 && !copied) {
            ProcessHandle.of(Long.parseLong(written[0]))
                    .filter(handle -> startOf(handle).equals(Optional.of(written[1])))
                    .ifPresent(PidFile::end);
        }
        Files.deleteIfExists(file);
    }

    /** What tells the folder from its copies, and stays the same when it is moved: on Unix its device and inode. */
    private String folder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return String.valueOf(key == null ? folder : key);
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
