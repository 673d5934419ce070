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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data folder of one running server. It is locked until closed, and the lock ends with the process whatever happens. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "telamon.lock";

    private final Path folder;
    private final FileChannel lock;
    private final NativeFolder natives;

    private DataFolder(Path folder, FileChannel lock, NativeFolder natives) {
        this.folder = folder;
        this.lock = lock;
        this.natives = natives;
    }

    /**
     * Locks a folder, made with mode 0700 where there is none.
     *
     * @throws StartException when another server has it, or when it cannot be written to
     */
    public static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath(), PrivateFile.mode("rwx------"));
            FileChannel lock = lock(folder);
            return new DataFolder(
                    folder, lock, NativeFolder.open(folder.toAbsolutePath().resolve("native")));
        } catch (IOException e) {
            throw new StartException(
                    "the data folder %s cannot be used: %s. Choose another with --data-dir."
                            .formatted(folder.toAbsolutePath(), e),
                    e);
        }
    }

    /** The database file, made empty where there is none, so that it and those that SQLite puts beside it are private. */
    public Path database() {
        Path file = folder.resolve("telamon.db");
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PrivateFile.mode("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new StartException("cannot make " + file + ": " + e, e);
        }
    }

    /** Where the local CA and its certificates are. */
    public Path certificates() {
        return folder.resolve("tls");
    }

    /** What engines that are processes of their own keep. */
    public Path engines() {
        return folder.toAbsolutePath().normalize().resolve("engines");
    }

    private Path engineFile() {
        return folder.resolve("engine.txt");
    }

    /** The name of the engine that earlier starts kept documents with. */
    public Optional<String> engine() {
        try {
            if (Files.exists(engineFile())) {
                return Optional.of(Files.readString(engineFile()).trim());
            }
            return Files.isDirectory(documents()) ? Optional.of("embedded") : Optional.empty();
        } catch (IOException e) {
            throw new StartException("cannot read " + engineFile() + ": " + e, e);
        }
    }

    /** Remembers the engine for later starts. */
    public void keepEngine(String name) {
        try {
            Files.writeString(engineFile(), name + "\n");
        } catch (IOException e) {
            throw new StartException("cannot write " + engineFile() + ": " + e, e);
        }
    }

    /** Where the documents of clusters are. */
    public Path documents() {
        return folder.toAbsolutePath().normalize().resolve("documents");
    }

    /** The credentials of the first organization's owners. */
    public CredentialsFile credentials() {
        return new CredentialsFile(folder.toAbsolutePath().normalize().resolve("credentials.env"));
    }

    @Override
    public void close() {
        try (lock;
                natives) {
            lock.truncate(0);
        } catch (IOException e) {
            throw new IllegalStateException("cannot unlock " + folder, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = read(channel);
            channel.close();
            throw new StartException(
                    "another Telamon (process %s) works on the data folder %s. Stop it, or choose another with --data-dir."
                            .formatted(holder, folder.toAbsolutePath().normalize()));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }
}
