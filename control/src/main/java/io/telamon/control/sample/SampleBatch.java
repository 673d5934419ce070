package io.telamon.control.sample;

import io.telamon.control.sample.data.SampleCollection;
import io.telamon.control.sample.data.SampleData;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** Documents of one collection that are loaded together. */
record SampleBatch(SampleCollection collection, List<BsonDocument> documents) {

    /** Few enough to be loaded in a moment. */
    private static final int MOST = 1000;

    /** The batch after so many documents; nothing when they were all. */
    static Optional<SampleBatch> after(int done, SampleData data) {
        int before = done;
        for (SampleCollection collection : data.collections()) {
            if (before < collection.size()) {
                return Optional.of(new SampleBatch(collection, collection.documents(before, MOST)));
            }
            before -= collection.size();
        }
        return Optional.empty();
    }
}
