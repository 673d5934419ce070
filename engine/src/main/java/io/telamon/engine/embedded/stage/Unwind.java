package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.UnwindStage;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.Paths;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $unwind}: a document for each element of an array. Only what lies on the path is copied. */
public final class Unwind implements AggregationStage {

    private final List<String> path;
    private final boolean keepsEmpty;
    private final @Nullable String index;

    /**
     * Reads a specification.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if it is none
     */
    public Unwind(Object specification) {
        UnwindStage checked = new UnwindStage(specification);
        Document fields = specification instanceof Document document ? document : new Document("path", specification);
        this.path = Paths.split(String.valueOf(fields.get("path")).substring(1));
        this.keepsEmpty = Utils.isTrue(fields.get("preserveNullAndEmptyArrays"));
        this.index = fields.get("includeArrayIndex") instanceof String name ? name : null;
        if (index != null && index.startsWith("$")) {
            throw CommandErrors.badValue(checked.name() + " includeArrayIndex option cannot start with '$'");
        }
    }

    @Override
    public String name() {
        return "$unwind";
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.flatMap(this::unwound);
    }

    private Stream<Document> unwound(Document document) {
        Object value = through(document);
        if (Missing.isNullOrMissing(value)) {
            return keepsEmpty ? Stream.of(numbered(document, null)) : Stream.empty();
        }
        if (!(value instanceof Collection<?> values)) {
            return Stream.of(numbered(document, null));
        }
        if (values.isEmpty()) {
            return keepsEmpty ? Stream.of(numbered(with(document, path, Missing.getInstance()), null)) : Stream.empty();
        }
        AtomicLong counter = new AtomicLong();
        return values.stream().map(element -> numbered(with(document, path, element), counter.getAndIncrement()));
    }

    /** Arrays on the way end it. */
    private @Nullable Object through(Document document) {
        Object at = document;
        for (String name : path) {
            at = at instanceof Document inner ? inner.getOrMissing(name) : Missing.getInstance();
        }
        return at;
    }

    private Document numbered(Document document, @Nullable Long number) {
        return index == null ? document : with(document, Paths.split(index), number);
    }

    private static Document with(Document document, List<String> names, @Nullable Object value) {
        Document changed = document.clone();
        String name = names.getFirst();
        if (names.size() > 1) {
            Document inner = changed.get(name) instanceof Document found ? found : new Document();
            changed.put(name, with(inner, names.subList(1, names.size()), value));
        } else if (value instanceof Missing) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
