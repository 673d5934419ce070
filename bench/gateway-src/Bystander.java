import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A client that writes and finds small documents of a cluster, one after the other, and notes how long each takes. */
final class Bystander implements AutoCloseable {

    private final String where;
    private final MongoClient client;
    private final MongoCollection<Document> small;
    private final Thread thread;
    private final List<Long> times = new ArrayList<>();
    private int failures;

    Bystander(String where, String uri) {
        this.where = where;
        this.client = MongoClients.create(uri);
        this.small = client.getDatabase("flood").getCollection("small");
        this.thread = Thread.ofPlatform().start(this::run);
    }

    private void run() {
        while (!Thread.interrupted()) {
            long begin = System.nanoTime();
            boolean failed = false;
            try {
                small.insertOne(new Document("a", 1));
                small.find().limit(1).first();
            } catch (MongoException e) {
                failed = true;
            }
            note(System.nanoTime() - begin, failed);
        }
    }

    private synchronized void note(long nanoseconds, boolean failed) {
        times.add(nanoseconds);
        failures += failed ? 1 : 0;
    }

    /** What was noted since the last report. */
    synchronized String report() {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        String report = "%s: %d writes and finds, %d failed, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(where, sorted.length, failures, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        times.clear();
        failures = 0;
        return report;
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        client.close();
    }
}
