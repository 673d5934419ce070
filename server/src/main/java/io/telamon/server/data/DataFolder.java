package io.telamon.server.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder of one running server. It is locked until closed, and the locks end with the process whatever happens. */
public final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final NativeFolder natives;

    private DataFolder(Path folder, FolderLock lock, NativeFolder natives) {
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
            PrivateFile.flush(folder.toAbsolutePath().normalize().getParent());
            FolderLock lock = FolderLock.take(folder);
            return new DataFolder(
                    folder, lock, NativeFolder.open(folder.toAbsolutePath().resolve("native")));
        } catch (IOException e) {
            throw new StartException(
                    "the data folder %s cannot be used: %s. Choose another with --data-dir."
                            .formatted(folder.toAbsolutePath().normalize(), reason(e)),
                    e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                "it cannot be made, as " + missing.getFile() + " does not exist or takes no folders";
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is no folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    /**
     * The database file, made empty where there is none, so that it and those that SQLite puts beside it are private.
     *
     * @throws StartException when the folder was in use and the file is gone or empty: SQLite would begin a new one, and
     *     delete the log beside it that may still hold everything
     */
    public Path database() {
        Path file = folder.resolve("telamon.db");
        try {
            boolean there = Files.exists(file);
            if ((!there || Files.size(file) == 0) && isUsed()) {
                throw lost(file, there ? "empty" : "missing");
            }
            if (!there) {
                Files.createFile(file, PrivateFile.mode("rw-------"));
                PrivateFile.flush(folder);
            }
            return file;
        } catch (IOException e) {
            throw new StartException("cannot make " + file + ": " + e, e);
        }
    }

    private static StartException lost(Path file, String state) {
        return new StartException(
                "the database %s is %s, although the folder was in use before. If it was in PostgreSQL, set --database. Otherwise bring the file back from a copy, with telamon.db-wal and telamon.db-shm if there are copies of them. To begin anew, choose another folder with --data-dir."
                        .formatted(file.toAbsolutePath().normalize(), state));
    }

    /** Whether an earlier start got so far that there was a database: only then is an engine chosen. */
    private boolean isUsed() {
        return engine().isPresent() || hasEngines();
    }

    /** Where the local CA and its certificates are. */
    public Path certificates() {
        return folder.resolve("tls");
    }

    /** What engines that are processes of their own keep. */
    public Path engines() {
        return folder.toAbsolutePath().normalize().resolve("engines");
    }

    /** Whether an engine that is a process has left files of clusters. */
    public boolean hasEngines() {
        if (!Files.isDirectory(engines())) {
            return false;
        }
        try (Stream<Path> clusters = Files.list(engines())) {
            return clusters.findAny().isPresent();
        } catch (IOException e) {
            throw new StartException("cannot read " + engines() + ": " + e, e);
        }
    }

    /** The file that {@link #keepEngine} writes. */
    public Path engineFile() {
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
        if (!engine().equals(Optional.of(name)) || !Files.exists(engineFile())) {
            PrivateFile.writeReadable(engineFile(), name + "\n");
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
            lock.forget();
        } catch (IOException e) {
            throw new IllegalStateException("cannot unlock " + folder, e);
        }
    }
}
