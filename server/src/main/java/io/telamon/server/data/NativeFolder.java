package io.telamon.server.data;

import io.telamon.control.store.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the SQLite driver unpacks its native library where that has not been done when the program was built. In the system's folder for temporary files a copy would stay
 * behind each time that the process is killed; here the next start removes it.
 */
final class NativeFolder implements AutoCloseable {

    private static final String PROPERTY = "org.sqlite.tmpdir";

    private final Path folder;

    private NativeFolder(Path folder) {
        this.folder = folder;
    }

    static NativeFolder open(Path folder) throws IOException {
        Files.createDirectories(folder, PrivateFile.mode("rwx------"));
        NativeFolder opened = new NativeFolder(folder);
        opened.empty();
        if (!SqliteLibrary.use()) {
            System.setProperty(PROPERTY, folder.toString());
        }
        return opened;
    }

    /** Removes the copy; a library that is loaded stays usable without its file. */
    @Override
    public void close() throws IOException {
        empty();
    }

    private void empty() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(FolderLock.NAME)).toList();
        }
    }
}
