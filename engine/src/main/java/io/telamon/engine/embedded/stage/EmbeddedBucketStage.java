package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.aggregation.stage.BucketStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code $bucket}: groups by which of some boundaries a value lies between. */
public final class EmbeddedBucketStage {

    private final List<?> boundaries;
    private final @Nullable Object otherwise;

    private EmbeddedBucketStage(List<?> boundaries, @Nullable Object otherwise) {
        this.boundaries = boundaries;
        this.otherwise = otherwise;
    }

    /**
     * The stage of a specification.
     *
     * @throws MongoServerError if it is none
     */
    public static Group of(Document specification, PipelineContext context) {
        BucketStage checked = new BucketStage(specification);
        List<?> boundaries = (List<?>) Objects.requireNonNull(specification.get("boundaries"), checked.name());
        EmbeddedBucketStage bucket = new EmbeddedBucketStage(boundaries, specification.getOrMissing("default"));
        return new Group(specification.get("groupBy"), bucket::find, output(specification), context);
    }

    /** The accumulators of a specification. */
    public static Document output(Document specification) {
        return specification.get("output") instanceof Document output
                ? output
                : new Document("count", new Document("$sum", 1));
    }

    private @Nullable Object find(@Nullable Object value) {
        for (int i = 1; i < boundaries.size(); i++) {
            if (compare(value, boundaries.get(i - 1)) >= 0 && compare(value, boundaries.get(i)) < 0) {
                return boundaries.get(i - 1);
            }
        }
        if (otherwise instanceof Missing) {
            throw new MongoServerError(
                    40066, "$switch could not find a matching branch for an input, and no default was specified.");
        }
        return otherwise;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        return ValueComparator.asc().compare(one, other);
    }
}
