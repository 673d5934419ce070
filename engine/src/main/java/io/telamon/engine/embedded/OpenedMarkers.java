package io.telamon.engine.embedded;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers, by an empty file beside each, which clusters' files were ever opened. A cluster's file is empty until then and
 * never again: a file that is empty or missing although it was opened has lost its documents, and must not become a new one.
 */
final class OpenedMarkers {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedMarkers.class);
    private static final String SUFFIX = ".opened";

    private final Set<ClusterId> told = ConcurrentHashMap.newKeySet();

    /**
     * Must be called before a file is opened or made.
     *
     * @throws EngineUnavailableException if the documents in it are lost
     */
    void requireIntact(ClusterId cluster, Path documents) throws EngineUnavailableException {
        if (!Files.exists(marker(documents)) || size(documents) > 0) {
            told.remove(cluster);
            return;
        }
        String lost =
                "the documents of cluster %s are lost: %s is empty or missing, although it was in use. Bring it back from a copy, or delete the cluster."
                        .formatted(cluster, documents);
        if (told.add(cluster)) {
            LOG.error(lost);
        }
        throw new EngineUnavailableException(lost);
    }

    /** Remembers that a file was opened, once what makes it no longer empty is on the disk. */
    void opened(Path documents) {
        if (Files.exists(marker(documents))) {
            return;
        }
        try {
            force(documents, StandardOpenOption.WRITE);
            Files.createFile(marker(documents));
            force(documents.resolveSibling(""), StandardOpenOption.READ);
        } catch (IOException e) {
            LOG.debug("that {} was opened is remembered at its next opening", documents, e);
        }
    }

    /** Forgets a cluster; its documents are deleted afterwards. */
    void forget(Path documents) throws IOException {
        Files.deleteIfExists(marker(documents));
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static long size(Path documents) {
        try {
            return Files.size(documents);
        } catch (IOException missing) {
            return 0;
        }
    }

    private static Path marker(Path documents) {
        return documents.resolveSibling(documents.getFileName() + SUFFIX);
    }
}
