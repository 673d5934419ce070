package io.telamon.engine.embedded.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.bson.DocumentSize;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.expression.Matching;
import io.telamon.engine.embedded.filter.DocumentEquality;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.LongStream;
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
    private final SizeCounter tally;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Long, byte[]> documents,
            SizeCounter tally,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.tally = tally;
    }

    static void checkSize(Document document) {
        DocumentSize.of(document, LARGEST);
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return Matching.matches(document, query);
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
        ReadDeadline.check();
        putIdFirst(document);
        checkSize(document);
        super.addDocument(document);
    }

    private void putIdFirst(Document document) {
        if (ID_FIELD.equals(getIdField()) && !getCollectionName().startsWith("system.")) {
            Document rest = document.clone();
            Object id = rest.containsKey(ID_FIELD) ? rest.remove(ID_FIELD) : ObjectIds.next();
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
        ReadDeadline.check();
        return DocumentReader.read(Objects.requireNonNull(documents.get(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream().map(entry -> {
            ReadDeadline.check();
            return new DocumentWithPosition<>(DocumentReader.read(entry.getValue()), entry.getKey());
        });
    }

    /** Finds documents. They are looked for as they are taken; only what has to be sorted or comes from an index is held, as positions. */
    public Results find(Search search, ResultMemory memory, Runnable letWritersIn) {
        ResultMemory.Share share = memory.share();
        try {
            DocumentCursor cursor =
                    search.sorts() ? DocumentCursor.to(sorted(search, share), documents) : candidates(search, share);
            return new Scan(this, search, cursor, letWritersIn, share);
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
    }

    /** How many documents match. */
    public int count(Search search, ResultMemory memory, Runnable letWritersIn) {
        if (search.query().isEmpty()) {
            long rest = Math.max(0, size() - search.skip());
            return (int) Math.min(rest, search.limit() > 0 ? search.limit() : Integer.MAX_VALUE);
        }
        try (ResultMemory.Share share = memory.share()) {
            return new Scan(this, search, candidates(search, share), letWritersIn, null).count();
        }
    }

    /** A way to all documents that may match. */
    private DocumentCursor candidates(Search search, ResultMemory.@Nullable Share memory) {
        for (Index<Long> index : search.natural() ? List.<Index<Long>>of() : getIndexes()) {
            if (index.canHandle(search.query())) {
                long[] positions = StreamSupport.stream(
                                index.getPositions(search.query()).spliterator(), false)
                        .mapToLong(Long::longValue)
                        .toArray();
                if (memory != null) {
                    memory.take((long) positions.length * Long.BYTES);
                }
                return DocumentCursor.to(positions, documents);
            }
        }
        return DocumentCursor.through(documents, search.newestFirst());
    }

    private long[] sorted(Search search, ResultMemory.Share memory) {
        Sorting sorting = new Sorting(search, Objects.requireNonNull(search.order()), memory);
        DocumentCursor cursor = candidates(search, memory);
        while (cursor.next()) {
            ReadDeadline.check();
            Document document = DocumentReader.read(cursor.bytes());
            if (documentMatchesQuery(document, search.query())) {
                sorting.add(cursor.position(), document);
            }
        }
        return sorting.positions();
    }

    boolean matches(byte[] bytes, Document query) {
        return query.isEmpty() || documentMatchesQuery(DocumentReader.read(bytes), query);
    }

    /** What a projection shows of a document. */
    byte[] shown(byte[] bytes, @Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return bytes;
        }
        Stream<Document> whole = Stream.of(DocumentReader.read(bytes));
        return DocumentWriter.write(super.matchDocumentsFromStream(new Document(), whole, 0, 0, 0, null, projection)
                .collectDocuments()
                .getFirst());
    }

    /** Whether the collection was dropped. */
    boolean isGone() {
        return documents.isClosed();
    }

    /** What mongo-java-server looks for itself. All that match are found at once, and read one by one as it asks for them. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        if (projection != null) {
            return super.queryDocuments(DocumentEquality.inFilter(query), order, skip, limit, batchSize, projection);
        }
        Search search = new Search(DocumentEquality.inFilter(query), order, null, skip, limit);
        LongStream found = search.sorts() ? sortedAlone(search) : matching(search);
        long[] positions =
                found.skip(skip).limit(limit > 0 ? limit : Long.MAX_VALUE).toArray();
        return new QueryResult(() -> documentsOf(DocumentCursor.to(positions, documents)));
    }

    private LongStream sortedAlone(Search search) {
        try (ResultMemory.Share memory = new ResultMemory(Long.MAX_VALUE).share()) {
            return LongStream.of(sorted(search, memory));
        }
    }

    private LongStream matching(Search search) {
        DocumentCursor cursor = candidates(search, null);
        return LongStream.generate(() -> {
                    while (cursor.next()) {
                        ReadDeadline.check();
                        if (matches(cursor.bytes(), search.query())) {
                            return cursor.position();
                        }
                    }
                    return -1;
                })
                .takeWhile(position -> position >= 0);
    }

    /** All documents, read one by one. */
    @Override
    public Stream<Document> queryAllAsStream() {
        Iterable<Document> all = () -> documentsOf(DocumentCursor.through(documents, false));
        return StreamSupport.stream(all.spliterator(), false);
    }

    private static Iterator<Document> documentsOf(DocumentCursor cursor) {
        return new Iterator<>() {

            private boolean ahead;

            @Override
            public boolean hasNext() {
                ahead = ahead || cursor.next();
                return ahead;
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ahead = false;
                ReadDeadline.check();
                return DocumentReader.read(cursor.bytes());
            }
        };
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return matchDocumentsFromStream(queryAllAsStream(), query, order, skip, limit, batchSize, projection);
    }

    /** An insertion that no {@code _id} was given for has one that tells the time, as any other. */
    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        Document done = super.updateDocuments(selector, update, filters, multi, false, oplog);
        if (!upsert || !Integer.valueOf(0).equals(done.get("n"))) {
            return done;
        }
        Document complete = ObjectIds.isGiven(selector, update) ? selector : ObjectIds.addTo(selector);
        return super.updateDocuments(complete, update, filters, multi, true, oplog);
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
