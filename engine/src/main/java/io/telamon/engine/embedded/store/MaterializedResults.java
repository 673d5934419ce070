package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentSize;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.bson.Encoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/** A result that was computed as a whole and is held in memory, as written documents. */
public final class MaterializedResults implements Results {

    private final ResultMemory.Share memory;
    private final Queue<byte[]> documents = new ArrayDeque<>();

    /** Nothing yet; what is added takes that memory. */
    public MaterializedResults(ResultMemory.Share memory) {
        this.memory = memory;
    }

    /** Documents that are few. */
    public static MaterializedResults of(ResultMemory memory, Collection<Document> documents) {
        MaterializedResults gathered = new MaterializedResults(memory.share());
        documents.forEach(gathered::add);
        return gathered;
    }

    /** Adds a document. */
    public void add(Document document) {
        int length = DocumentSize.of(document, StoredCollection.LARGEST);
        memory.take(length);
        documents.add(DocumentWriter.write(document));
    }

    /** All that were not taken. */
    public Stream<Document> left() {
        return documents.stream().map(DocumentReader::read);
    }

    @Override
    public List<Encoded> take(int most) {
        List<Encoded> batch = new ArrayList<>();
        int remaining = StoredCollection.LARGEST;
        while (batch.size() < most && !documents.isEmpty()) {
            byte[] next = documents.element();
            remaining -= next.length;
            if (remaining < 0 && !batch.isEmpty()) {
                break;
            }
            batch.add(new Encoded(documents.remove()));
            memory.giveBack(next.length);
        }
        return batch;
    }

    @Override
    public boolean ended() {
        return documents.isEmpty();
    }

    @Override
    public void close() {
        memory.close();
    }
}
