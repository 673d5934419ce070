package io.telamon.control.sample.data;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;

/**
 * A collection of a sample data set. Each of its documents follows from its number alone.
 *
 * @param database that has it
 * @param name in the database
 * @param size how many documents it has
 */
public record SampleCollection(String database, String name, int size, Maker maker) {

    /** Makes one document. */
    @FunctionalInterface
    public interface Maker {

        /** The document of a number, whose values come from the source. */
        BsonDocument make(Source source, int number);
    }

    /** The documents from a number on, at most so many. */
    public List<BsonDocument> documents(int from, int most) {
        return IntStream.range(from, Math.min(size, from + most))
                .mapToObj(this::document)
                .toList();
    }

    private BsonDocument document(int number) {
        Source source = new Source((database + "." + name).hashCode() * 1_000_003L + number);
        BsonDocument made = maker.make(source, number);
        if (made.containsKey("_id")) {
            return made;
        }
        BsonDocument identified = Fields.of("_id", id(name, number));
        identified.putAll(made);
        return identified;
    }

    /** The id of a document of a collection, for those that refer to it. */
    static ObjectId id(String collection, int number) {
        int seconds = 0x5a000000 | (collection.hashCode() & 0x00ffffff);
        return new ObjectId(seconds, number);
    }
}
