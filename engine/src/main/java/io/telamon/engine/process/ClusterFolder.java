package io.telamon.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What the process of one cluster has: its files, its output, its socket. Nobody but the user that Telamon runs as may enter.
 *
 * @param path the folder, absolute
 */
record ClusterFolder(Path path) {

    static final String SOCKET = "engine.sock";

    /** Bytes of a socket's path that every system takes; the shortest limit is 104, with a zero at the end. */
    private static final int LONGEST = 100;

    ClusterFolder {
        path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Makes the folder if there is none, and keeps others out. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        PosixFileAttributeView rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path output() {
        return path.resolve("output.txt");
    }

    PidFile pidFile() {
        return new PidFile(path.resolve("process.txt"));
    }

    /** Removes a socket that nobody listens on any more, or somebody who should not. */
    void removeSocket() throws IOException {
        Files.deleteIfExists(path.resolve(SOCKET));
    }

    /** A short path to the socket: through a link to this folder, which lies in a private one as well, where its own is too long. */
    Path socket() throws IOException {
        Path own = path.resolve(SOCKET);
        if (own.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return own;
        }
        Path link = Files.createTempDirectory("telamon").resolve("engine");
        return Files.createSymbolicLink(link, path).resolve(SOCKET);
    }

    /** Removes what {@link #socket} may have made. */
    void forget(Path socket) throws IOException {
        if (!socket.startsWith(path)) {
            Path link = socket.resolveSibling("");
            Files.deleteIfExists(link);
            Files.deleteIfExists(link.resolveSibling(""));
        }
    }

    /** Deletes everything. */
    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
