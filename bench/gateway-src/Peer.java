import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * mongo-java-server, to reach directly, through HAProxy, and through Telamon. Prints its port and waits. Argument: the file that its documents are
 * kept in, or nothing for memory.
 */
public final class Peer {

    private static final Logger TALKATIVE = Logger.getLogger("de.bwaldvogel.mongo");

    private Peer() {}

    public static void main(String[] arguments) throws Exception {
        TALKATIVE.setLevel(Level.OFF);
        MongoBackend documents = arguments.length == 0 ? new MemoryBackend() : new H2Backend(arguments[0]);
        MongoServer server = new MongoServer(documents);
        System.out.println(server.bind().getPort());
        Thread.currentThread().join();
    }
}
