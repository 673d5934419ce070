import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/** Writes a document to each of many clusters and finds it again. Argument: a file with their connection strings. */
public final class Each {

    private static final Logger TALKATIVE = Logger.getLogger("org.mongodb.driver");

    private Each() {}

    public static void main(String[] arguments) throws Exception {
        TALKATIVE.setLevel(Level.OFF);
        for (String uri : Files.readAllLines(Path.of(arguments[0]))) {
            try (MongoClient client = MongoClients.create(uri)) {
                MongoCollection<Document> things = client.getDatabase("bench").getCollection("things");
                things.insertOne(new Document("_id", uri));
                if (things.find(Filters.eq(uri)).first() == null) {
                    throw new IllegalStateException(uri + " has lost a document");
                }
            }
        }
    }
}
