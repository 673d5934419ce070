package io.telamon.engine.embedded.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.error.Errors;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents as bytes, in the order in which they were inserted. Every reader gets an instance of its own: mongo-java-server changes the
 * documents that it is given, even those of an aggregation.
 *
 * <h2>Threads</h2>
 *
 * Readers may come at any time; one thread at a time may write, and not while others read.
 */
public final class StoredCollection extends AbstractSynchronizedMongoCollection<Long> {

    /** The most bytes that a document may have. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private final MVMap<Long, byte[]> documents;
    private final Tally tally;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Long, byte[]> documents,
            Tally tally,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.tally = tally;
    }

    static int checkSize(Document document) {
        int size = DocumentWriter.write(document).length;
        if (size > LARGEST) {
            throw Errors.documentTooLarge(size);
        }
        return size;
    }

    /** Bytes of the documents. */
    public long bytes() {
        return tally.bytes();
    }

    /** Bytes of the indexes. */
    public long indexBytes() {
        return getIndexes().stream().mapToLong(Index::getDataSize).sum();
    }

    /** Number of documents. */
    public long size() {
        return documents.sizeAsLong();
    }

    @Override
    public synchronized void addDocument(Document document) {
        putIdFirst(document);
        checkSize(document);
        super.addDocument(document);
    }

    private void putIdFirst(Document document) {
        if (ID_FIELD.equals(getIdField()) && !getCollectionName().startsWith("system.")) {
            Document rest = document.clone();
            Object id = rest.containsKey(ID_FIELD) ? rest.remove(ID_FIELD) : new de.bwaldvogel.mongo.bson.ObjectId();
            document.clear();
            document.put(ID_FIELD, id);
            document.putAll(rest);
        }
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        byte[] bytes = DocumentWriter.write(document);
        Long last = documents.lastKey();
        Long position = last == null ? 0 : last + 1;
        documents.put(position, bytes);
        tally.add(bytes.length);
        return position;
    }

    @Override
    protected void handleUpdate(Long position, Document before, Document after) {
        byte[] bytes = DocumentWriter.write(after);
        byte[] replaced = documents.put(position, bytes);
        tally.add(bytes.length - (replaced == null ? 0 : replaced.length));
    }

    /** Also where an index has nothing of the document, as one over an empty array. */
    @Override
    public synchronized void removeDocument(Document document) {
        Long position = positionOf(document);
        if (position == null) {
            return;
        }
        for (Index<Long> index : getIndexes()) {
            if (index instanceof OrderedIndex ordered) {
                ordered.remove(document, position);
            } else {
                index.remove(document);
            }
        }
        removeDocument(position);
    }

    private @Nullable Long positionOf(Document document) {
        return getIndexes().isEmpty()
                ? findDocumentPosition(document)
                : getIndexes().getFirst().getPosition(document);
    }

    @Override
    protected void removeDocument(Long position) {
        byte[] removed = documents.remove(position);
        tally.add(removed == null ? 0 : -removed.length);
    }

    @Override
    protected Document getDocument(Long position) {
        Interruption.check();
        return DocumentReader.read(Objects.requireNonNull(documents.get(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(DocumentReader.read(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> all = isNaturalDescending(order) ? newestFirst() : stream();
        return matchDocumentsFromStream(all, query, order, skip, limit, batchSize, projection);
    }

    private Stream<Document> stream() {
        Iterable<Long> positions = () -> documents.keyIterator(null);
        return StreamSupport.stream(positions.spliterator(), false).map(this::getDocument);
    }

    private Stream<Document> newestFirst() {
        Iterable<Long> positions = () -> documents.keyIteratorReverse(null);
        return StreamSupport.stream(positions.spliterator(), false).map(this::getDocument);
    }

    @Override
    public int count() {
        return Math.toIntExact(size());
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Counted here instead, in bytes as stored. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("sizes are counted as documents are stored");
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, bytes());
    }
}
