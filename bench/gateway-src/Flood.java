import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Floods a cluster with connections that say nothing or half a header, then with large inserts, while two bystanders write and
 * read: one on the same cluster, one on another. Arguments: the connection strings of the two clusters, how many connections, and
 * the process id of the server.
 */
public final class Flood {

    private static final int INSERTS = 8;
    private static final int HALF_OF_INSERT = 15_900_000;

    /** The beginning of the header of a frame of 100 bytes. */
    private static final byte[] HALF_HEADER = {100, 0, 0, 0, 1, 0, 0, 0};

    private final ConnectionString uri;
    private final MongoClient client;
    private final List<Bystander> bystanders;
    private final String process;

    private Flood(ConnectionString uri, MongoClient client, List<Bystander> bystanders, String process) {
        this.uri = uri;
        this.client = client;
        this.bystanders = bystanders;
        this.process = process;
    }

    public static void main(String[] arguments) throws Exception {
        ConnectionString uri = new ConnectionString(arguments[0]);
        try (MongoClient client = MongoClients.create(uri);
                Bystander same = new Bystander("the same cluster", arguments[0]);
                Bystander other = new Bystander("another cluster", arguments[1])) {
            new Flood(uri, client, List.of(same, other), arguments[3]).run(Integer.parseInt(arguments[2]));
        }
    }

    private void run(int connections) throws Exception {
        Thread.sleep(2_000);
        report("before");
        List<Socket> open = connect(uri.getHosts().getFirst().split(":"), connections);
        Thread.sleep(10_000);
        report("with the connections");
        insert();
        report("with eight inserts of 32 MB besides");
        for (Socket socket : open) {
            socket.close();
        }
        Thread.sleep(10_000);
        report("afterwards");
    }

    private static List<Socket> connect(String[] host, int connections) {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            try {
                Socket socket = new Socket(host[0], Integer.parseInt(host[1]));
                open.add(socket);
                if (i % 2 == 0) {
                    socket.getOutputStream().write(HALF_HEADER);
                }
            } catch (IOException e) {
                // closed for another one already
            }
        }
        return open;
    }

    private void insert() throws InterruptedException {
        MongoCollection<Document> large = client.getDatabase("flood").getCollection("large");
        AtomicInteger done = new AtomicInteger();
        List<Thread> inserting = new ArrayList<>();
        for (int i = 0; i < INSERTS; i++) {
            inserting.add(Thread.ofPlatform().start(() -> {
                Binary half = new Binary(new byte[HALF_OF_INSERT]);
                try {
                    large.insertMany(List.of(new Document("half", half), new Document("half", half)));
                    done.incrementAndGet();
                } catch (MongoException e) {
                    System.out.println("an insert of 32 MB failed: " + e.getMessage());
                }
            }));
        }
        for (Thread thread : inserting) {
            thread.join();
        }
        System.out.println(done + " of " + INSERTS + " inserts of 32 MB succeeded");
    }

    private void report(String when) throws IOException {
        String resident = Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("nothing");
        System.out.println(when + ": " + resident + " resident");
        for (Bystander bystander : bystanders) {
            System.out.println("  " + bystander.report());
        }
    }
}
