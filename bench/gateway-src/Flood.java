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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Floods a cluster with connections that say nothing or half a header, then with large inserts, while a bystander writes and reads.
 * Arguments: a connection string, how many connections, and the process id of the server.
 */
public final class Flood {

    private static final int INSERTS = 8;
    private static final int HALF_OF_INSERT = 15_900_000;

    /** The beginning of the header of a frame of 100 bytes. */
    private static final byte[] HALF_HEADER = {100, 0, 0, 0, 1, 0, 0, 0};

    private final MongoClient client;
    private final MongoCollection<Document> small;
    private final String process;
    private final List<Long> times = new ArrayList<>();
    private int failures;

    private Flood(MongoClient client, String process) {
        this.client = client;
        this.small = client.getDatabase("flood").getCollection("small");
        this.process = process;
    }

    public static void main(String[] arguments) throws Exception {
        ConnectionString uri = new ConnectionString(arguments[0]);
        try (MongoClient client = MongoClients.create(uri)) {
            Flood flood = new Flood(client, arguments[2]);
            flood.stand(2);
            flood.report("before");
            List<Socket> open = flood.connect(uri.getHosts().getFirst().split(":"), Integer.parseInt(arguments[1]));
            flood.stand(10);
            flood.report("with the connections");
            flood.insert();
            flood.report("with eight inserts of 32 MB besides");
            for (Socket socket : open) {
                socket.close();
            }
            flood.stand(10);
            flood.report("afterwards");
        }
    }

    private List<Socket> connect(String[] host, int connections) throws Exception {
        List<Socket> open = new ArrayList<>();
        Thread opening = Thread.ofPlatform().start(() -> open(host, connections, open));
        while (opening.isAlive()) {
            operate();
        }
        return open;
    }

    private static void open(String[] host, int connections, List<Socket> open) {
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
        while (inserting.stream().anyMatch(Thread::isAlive)) {
            operate();
        }
        System.out.println(done + " of " + INSERTS + " inserts of 32 MB succeeded");
    }

    private void stand(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            operate();
        }
    }

    /** Writes and finds a small document. */
    private void operate() {
        long begin = System.nanoTime();
        try {
            small.insertOne(new Document("a", 1));
            small.find().limit(1).first();
        } catch (MongoException e) {
            failures++;
        }
        times.add(System.nanoTime() - begin);
    }

    private void report(String when) throws IOException {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        String resident = Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("nothing");
        System.out.printf(
                "%s: %d writes and finds of a bystander, %d failed, p99 %.1f ms, longest %.1f ms; %s resident%n",
                when,
                sorted.length,
                failures,
                sorted[(int) (0.99 * (sorted.length - 1))] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                resident);
        times.clear();
        failures = 0;
    }
}
