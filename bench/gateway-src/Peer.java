import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine to reach directly, through HAProxy, and through Telamon: mongo-java-server in memory. Prints its port and waits. */
public final class Peer {

    private static final Logger TALKATIVE = Logger.getLogger("de.bwaldvogel.mongo");

    private Peer() {}

    public static void main(String[] arguments) throws Exception {
        TALKATIVE.setLevel(Level.OFF);
        MongoServer server = new MongoServer(new MemoryBackend());
        System.out.println(server.bind().getPort());
        Thread.currentThread().join();
    }
}
