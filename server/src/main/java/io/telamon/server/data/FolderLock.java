package io.telamon.server.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other servers away from a data folder until closed. There are two locks, because somebody who finds {@code
 * telamon.lock} may take it for a leftover and delete it while its server runs. The second is in the folder {@code native}.
 */
final class FolderLock implements AutoCloseable {

    /** The name of both files. The first holds the id of the process. */
    static final String NAME = "telamon.lock";

    private final FileChannel named;
    private final FileChannel second;

    private FolderLock(FileChannel named, FileChannel second) {
        this.named = named;
        this.second = second;
    }

    /**
     * Locks a folder.
     *
     * @throws StartException when another server has it
     */
    static FolderLock take(Path folder) throws IOException {
        Path natives = folder.resolve("native");
        Files.createDirectories(natives, PrivateFile.mode("rwx------"));
        FileChannel named = open(folder.resolve(NAME));
        FileChannel second = open(natives.resolve(NAME));
        if (tryLock(named) == null || tryLock(second) == null) {
            String holder = read(second);
            named.close();
            second.close();
            throw new StartException(
                    "another Telamon (process %s) works on the data folder %s. Stop it, or choose another with --data-dir."
                            .formatted(holder, folder.toAbsolutePath().normalize()));
        }
        write(named);
        write(second);
        return new FolderLock(named, second);
    }

    /** Removes the id of the process from the files. */
    void forget() throws IOException {
        named.truncate(0);
        second.truncate(0);
    }

    @Override
    public void close() throws IOException {
        try (named;
                second) {
            // both are closed
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void write(FileChannel file) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        file.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }
}
