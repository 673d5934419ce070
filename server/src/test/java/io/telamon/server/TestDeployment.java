package io.telamon.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A deployment that every machine can run: mongo-java-server, in memory. */
final class TestDeployment implements AutoCloseable {

    /** Kept here, as it is forgotten with its level otherwise. */
    private static final Logger TALKATIVE = Logger.getLogger("de.bwaldvogel.mongo");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String uri;

    TestDeployment() {
        TALKATIVE.setLevel(Level.OFF);
        uri = "mongodb://127.0.0.1:" + server.bind().getPort();
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
