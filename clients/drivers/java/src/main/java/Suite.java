import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.where;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bson.Document;

/** The Java driver against the database behind a cluster. */
public final class Suite {

    private static final int DUPLICATE_KEY = 11_000;
    private static final int COMMAND_NOT_FOUND = 59;
    private static final int ATLAS_ERROR = 8_000;

    private final String name;
    private final Document at;
    private int passed;

    private Suite(String name, Document at) {
        this.name = name;
        this.at = at;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("org.mongodb.driver").setLevel(Level.OFF);
        new Suite(arguments[0], Document.parse(Files.readString(Path.of(System.getenv("TELAMON_DRIVERS"))))).run();
    }

    private void run() {
        check("connects by the standard string and is who it says", () -> using("admin", client -> {
            Document status = client.getDatabase("admin").runCommand(new Document("connectionStatus", 1));
            same(
                    status.get("authInfo", Document.class).getList("authenticatedUsers", Document.class),
                    List.of(new Document("user", "writer").append("db", "admin")));
        }));
        check("is refused with a wrong password", () -> refused("wrong"));
        check("is refused as a user of another project", () -> refused("foreign"));
        check("is not let in from an address that is not on the list", () -> unreached("unlisted"));
        check("creates, reads, updates and deletes", () -> using("admin", Suite::crud));
        check("lets a read-only user read, and not write", () -> using("reader", client -> {
            MongoCollection<Document> things = shop(client).getCollection("things");
            same(things.countDocuments(), 3L);
            fails(ATLAS_ERROR, () -> things.insertOne(new Document("_id", 4)));
        }));
        check("reads a cursor of many batches in order", () -> using("admin", Suite::cursors));
        check("makes indexes, which may be unique", () -> using("admin", Suite::indexes));
        check("aggregates", () -> using("admin", Suite::aggregates));
        check("works in a session", () -> using("admin", client -> {
            try (ClientSession session = client.startSession()) {
                MongoCollection<Document> things = shop(client).getCollection("things");
                things.insertOne(session, new Document("_id", "in a session"));
                same(things.find(session, eq("in a session")).first(), new Document("_id", "in a session"));
            }
        }));
        check("runs 1000 operations at once", () -> using("admin", Suite::concurrent));
        check("is refused what the tier does not run", () -> using("admin", client -> {
            MongoCollection<Document> things = shop(client).getCollection("things");
            fails(ATLAS_ERROR, () -> things.find(where("true")).first());
            fails(ATLAS_ERROR, () -> things.find().noCursorTimeout(true).into(new ArrayList<>()));
            fails(COMMAND_NOT_FOUND, () -> shop(client).runCommand(new Document("noSuchCommand", 1)));
        }));
        check("meets the limits of names, nesting, pipelines, databases and collections", () ->
                using("narrow", Suite::limits));
        check("meets the limit of storage, and may still delete", () -> using("full", client -> {
            MongoCollection<Document> things = shop(client).getCollection("things");
            fails(ATLAS_ERROR, () -> fill(things));
            same(things.deleteMany(new Document()).getDeletedCount() > 0, true);
        }));
        check("meets the limit of connections, which closing them lifts", this::connections);
        check("waits at the limit of operations, and is not refused", () -> using("slow", client -> {
            MongoCollection<Document> things = shop(client).getCollection("things");
            atOnce(60, i -> things.insertOne(new Document("_id", i)));
            same(things.countDocuments(), 60L);
        }));
        System.out.println(name + ": " + passed + " passed, 0 failed");
    }

    private void check(String what, Runnable holds) {
        try {
            holds.run();
        } catch (RuntimeException | AssertionError e) {
            System.out.println("FAILED " + name + ": " + what);
            e.printStackTrace(System.out);
            System.out.println(name + ": " + passed + " passed, 1 failed");
            System.exit(1);
        }
        passed++;
        System.out.println("ok     " + name + ": " + what);
    }

    private static void crud(MongoClient client) {
        MongoCollection<Document> things = shop(client).getCollection("things");
        things.insertMany(
                IntStream.rangeClosed(1, 3).mapToObj(i -> new Document("_id", i).append("n", i)).collect(Collectors.toList()));
        same(things.updateMany(gte("n", 2), Updates.set("big", true)).getModifiedCount(), 2L);
        same(
                Objects.requireNonNull(things.replaceOne(eq(9), new Document("n", 9), new ReplaceOptions().upsert(true))
                                .getUpsertedId())
                        .asInt32()
                        .getValue(),
                9);
        same(things.findOneAndDelete(eq(9)), new Document("_id", 9).append("n", 9));
        same(things.find(eq(2)).first(), new Document("_id", 2).append("n", 2).append("big", true));
        same(things.countDocuments(eq("big", true)), 2L);
    }

    private static void cursors(MongoClient client) {
        MongoCollection<Document> many = shop(client).getCollection("many");
        many.insertMany(IntStream.range(0, 1000)
                .mapToObj(i -> new Document("_id", i).append("even", i % 2 == 0))
                .collect(Collectors.toList()));
        same(
                many.find().batchSize(100).sort(Sorts.ascending("_id")).map(one -> one.getInteger("_id")).into(new ArrayList<>()),
                IntStream.range(0, 1000).boxed().collect(Collectors.toList()));
    }

    private static void indexes(MongoClient client) {
        MongoCollection<Document> indexed = shop(client).getCollection("indexed");
        indexed.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        indexed.insertOne(new Document("name", "a"));
        fails(DUPLICATE_KEY, () -> indexed.insertOne(new Document("name", "a")));
        same(
                indexed.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()),
                List.of("_id_", "name_1"));
    }

    private static void aggregates(MongoClient client) {
        List<Document> groups = shop(client)
                .getCollection("many")
                .aggregate(List.of(
                        Aggregates.match(lt("_id", 100)),
                        Aggregates.group("$even", Accumulators.sum("n", 1)),
                        Aggregates.sort(Sorts.ascending("_id"))))
                .into(new ArrayList<>());
        same(
                groups,
                List.of(new Document("_id", false).append("n", 50), new Document("_id", true).append("n", 50)));
    }

    private static void concurrent(MongoClient client) {
        MongoCollection<Document> counters = shop(client).getCollection("counters");
        counters.insertMany(
                IntStream.range(0, 10).mapToObj(i -> new Document("_id", i).append("n", 0)).collect(Collectors.toList()));
        atOnce(1000, i -> counters.updateOne(eq(i % 10), Updates.inc("n", 1)));
        same(counters.countDocuments(eq("n", 100)), 10L);
    }

    private static void limits(MongoClient client) {
        insert(client, "a", "x", new Document());
        insert(client, "b", "y", new Document());
        fails(ATLAS_ERROR, () -> insert(client, "elevenchars", "x", new Document()));
        fails(ATLAS_ERROR, () -> insert(client, "a", "c".repeat(29), new Document()));
        fails(ATLAS_ERROR, () -> insert(client, "a", "x", Document.parse("{a:{b:{c:{d:{e:{f:1}}}}}}")));
        fails(ATLAS_ERROR, () -> client.getDatabase("a")
                .getCollection("x")
                .aggregate(Collections.nCopies(4, Aggregates.match(new Document())))
                .first());
        fails(ATLAS_ERROR, () -> insert(client, "c", "z", new Document()));
        client.getDatabase("a").createCollection("third");
        fails(ATLAS_ERROR, () -> client.getDatabase("a").createCollection("fourth"));
    }

    private static void insert(MongoClient client, String database, String collection, Document document) {
        client.getDatabase(database).getCollection(collection).insertOne(document);
    }

    private static void fill(MongoCollection<Document> things) {
        while (true) {
            things.insertMany(IntStream.range(0, 20)
                    .mapToObj(i -> new Document("text", "x".repeat(5000)))
                    .collect(Collectors.toList()));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void connections() {
        List<MongoClient> clients = new ArrayList<>();
        try {
            while (true) {
                clients.add(client("crowded"));
                clients.get(clients.size() - 1).getDatabase("shop").runCommand(new Document("ping", 1));
            }
        } catch (MongoException e) {
            same(clients.size() > 1, true);
        } finally {
            clients.forEach(MongoClient::close);
        }
        using("crowded", client -> client.getDatabase("shop").runCommand(new Document("ping", 1)));
    }

    private void refused(String who) {
        using(who, client -> {
            try {
                shop(client).getCollection("things").find().first();
            } catch (MongoSecurityException e) {
                same(((MongoException) e.getCause()).getCode(), ATLAS_ERROR);
                return;
            }
            throw new AssertionError("is let in");
        });
    }

    private void unreached(String who) {
        using(who, client -> {
            try {
                shop(client).getCollection("things").find().first();
            } catch (MongoTimeoutException e) {
                return;
            }
            throw new AssertionError("is let in");
        });
    }

    private static void fails(int code, Runnable something) {
        try {
            something.run();
        } catch (MongoException e) {
            same(e.getCode(), code);
            return;
        }
        throw new AssertionError("is not refused with code " + code);
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", not " + actual);
        }
    }

    private static void atOnce(int times, IntConsumer something) {
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<?>> all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> something.accept(i)))
                    .collect(Collectors.toList());
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    private static MongoDatabase shop(MongoClient client) {
        return client.getDatabase("shop");
    }

    private void using(String who, Consumer<MongoClient> something) {
        try (MongoClient client = client(who)) {
            something.accept(client);
        }
    }

    private MongoClient client(String who) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(at.getString(who)))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .retryReads(true)
                .retryWrites(true);
        if (!at.getString("caFile").isEmpty()) {
            SSLContext trusting = trusting(Path.of(at.getString("caFile")));
            settings.applyToSslSettings(tls -> tls.context(trusting));
        }
        return MongoClients.create(settings.build());
    }

    /** Trusts one CA alone. */
    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
