import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bson.Document;

/**
 * Puts loads on one server by the Java driver and prints, a line each: connections, operation, operations a second, p50 and p99 in
 * microseconds. Arguments: the connection string, the seconds of each load, the seconds of warming up, and the file of a CA or nothing.
 */
public final class GatewayLoad {

    private static final int DOCUMENTS = 10_000;
    private static final int[] CONNECTIONS = {1, 8, 64};
    private static final List<String> OPERATIONS = List.of("find", "insert");
    private static final int WARMING = 8;
    /** Seconds, in which connections are opened. */
    private static final double SETTLING = 0.3;
    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() * 1_000_000);

    private GatewayLoad() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("org.mongodb.driver").setLevel(Level.OFF);
        double seconds = Double.parseDouble(arguments[1]);
        double warm = Double.parseDouble(arguments[2]);
        String ca = arguments.length > 3 ? arguments[3] : "";
        try (MongoClient client = client(arguments[0], ca, WARMING)) {
            MongoDatabase bench = client.getDatabase("bench");
            fill(bench.getCollection("things"));
            for (String operation : OPERATIONS) {
                load(bench, operation, WARMING, warm / OPERATIONS.size());
            }
        }
        for (int connections : CONNECTIONS) {
            try (MongoClient client = client(arguments[0], ca, connections)) {
                MongoDatabase bench = client.getDatabase("bench");
                bench.getCollection("inserted").drop();
                for (String operation : OPERATIONS) {
                    load(bench, operation, connections, SETTLING);
                    print(operation, connections, load(bench, operation, connections, seconds), seconds);
                }
            }
        }
    }

    private static void fill(MongoCollection<Document> things) {
        if (things.countDocuments() >= DOCUMENTS) {
            return;
        }
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(document(i));
        }
        things.insertMany(documents);
    }

    private static Document document(long id) {
        return new Document("_id", id).append("name", "thing " + id).append("text", "x".repeat(200));
    }

    private static long[] load(MongoDatabase bench, String operation, int threads, double seconds)
            throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<long[]> times = new ArrayList<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(Thread.ofPlatform().start(() -> {
                long[] mine = run(bench.getCollection("things"), bench.getCollection("inserted"), operation, end);
                synchronized (times) {
                    times.add(mine);
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static long[] run(
            MongoCollection<Document> things, MongoCollection<Document> inserted, String operation, long end) {
        long[] times = new long[1024];
        int count = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            if (operation.equals("find")) {
                things.find(Filters.eq(ThreadLocalRandom.current().nextLong(DOCUMENTS))).first();
            } else {
                inserted.insertOne(document(NEXT.incrementAndGet()));
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(times, count);
    }

    private static void print(String operation, int connections, long[] sorted, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%d\t%s\t%.0f\t%d\t%d%n",
                connections,
                operation,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1000,
                sorted[(int) (sorted.length * 0.99)] / 1000);
    }

    private static MongoClient client(String uri, String ca, int connections) throws Exception {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToConnectionPoolSettings(pool -> pool.minSize(connections).maxSize(connections));
        if (!ca.isEmpty()) {
            SSLContext trusting = trusting(Path.of(ca));
            settings.applyToSslSettings(tls -> tls.enabled(true).context(trusting));
        }
        return MongoClients.create(settings.build());
    }

    private static SSLContext trusting(Path file) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
