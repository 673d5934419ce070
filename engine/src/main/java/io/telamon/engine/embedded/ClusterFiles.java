package io.telamon.engine.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The files of clusters: a cluster exists if its file does, be it empty. */
final class ClusterFiles {

    private static final String SUFFIX = ".documents";

    private final Path folder;
    private final FolderSync folderSync;
    private final OpenedMarkers markers = new OpenedMarkers();

    ClusterFiles(Path folder) {
        this.folder = folder;
        this.folderSync = new FolderSync(folder);
    }

    Path of(ClusterId cluster) {
        return folder.resolve(name(cluster.value()) + SUFFIX);
    }

    /** A name that is one on every file system, and another one for every cluster. */
    private static String name(String id) {
        boolean plain = id.chars().allMatch(sign -> (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z'));
        return plain ? id : "_" + HexFormat.of().formatHex(id.getBytes(UTF_8));
    }

    boolean exists(ClusterId cluster) {
        return Files.exists(of(cluster));
    }

    /**
     * Must be called before a cluster's file is opened.
     *
     * @throws EngineUnavailableException if it was in use and is empty or missing
     */
    void requireIntact(ClusterId cluster) throws EngineUnavailableException {
        markers.requireIntact(cluster, of(cluster));
    }

    /** Remembers that a cluster's file is in use. */
    void opened(ClusterId cluster) {
        markers.opened(of(cluster));
    }

    /**
     * Makes a cluster's file if there is none.
     *
     * @throws EngineUnavailableException if it was in use and is empty or missing
     */
    void create(ClusterId cluster) throws IOException, EngineUnavailableException {
        requireIntact(cluster);
        Files.createDirectories(folder);
        try {
            Files.createFile(of(cluster));
            folderSync.sync();
        } catch (FileAlreadyExistsException e) {
            folderSync.finish(); // it is there, but perhaps not durable, as whoever made it failed or is not done
        }
    }

    /** Removes a cluster's file if there is one. */
    void delete(ClusterId cluster) throws IOException {
        markers.forget(of(cluster));
        if (Files.deleteIfExists(of(cluster))) {
            folderSync.sync();
        }
    }
}
