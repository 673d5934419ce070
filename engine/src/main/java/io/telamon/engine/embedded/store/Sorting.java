package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentSize;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts positions in the order of what lies there, of which only the fields that matter are held; of those that a limit cuts off, none. */
final class Sorting {

    /** What MongoDB allows without a disk. */
    private static final long MOST = 32 << 20;

    /** What a position, and a document beside its bytes, take about. */
    private static final int EACH = 100;

    private static final int FEW = 1_000;

    private record Entry(long position, Document key, int bytes) {}

    private final Search search;
    private final ResultMemory.Share memory;
    private final Comparator<Entry> order;
    private final List<Entry> entries = new ArrayList<>();
    private final long wanted;
    private long held;

    Sorting(Search search, Document order, ResultMemory.Share memory) {
        this.search = search;
        this.memory = memory;
        DocumentComparator documents = new DocumentComparator(order);
        this.order = (one, other) -> documents.compare(one.key(), other.key());
        this.wanted = search.limit() > 0 ? (long) search.skip() + search.limit() : Integer.MAX_VALUE;
    }

    void add(long position, Document document) {
        Document key = new Document();
        for (String path :
                search.order() == null ? List.<String>of() : search.order().keySet()) {
            String field = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
            if (document.containsKey(field)) {
                key.put(field, document.get(field));
            }
        }
        int bytes = DocumentSize.of(key, Integer.MAX_VALUE) + EACH;
        memory.take(bytes);
        held += bytes;
        entries.add(new Entry(position, key, bytes));
        if (entries.size() > wanted && (entries.size() - FEW > 2 * wanted || held > MOST / 2)) {
            cut();
        }
        if (held > MOST) {
            throw CommandErrors.sortTooLarge(MOST);
        }
    }

    private void cut() {
        entries.sort(order);
        List<Entry> rest = entries.subList((int) wanted, entries.size());
        int bytes = rest.stream().mapToInt(Entry::bytes).sum();
        rest.clear();
        held -= bytes;
        memory.giveBack(bytes);
    }

    /** The positions in order. They take no more than the entries did, whose memory is given back but for theirs. */
    long[] positions() {
        entries.sort(order);
        long[] positions = entries.stream().mapToLong(Entry::position).toArray();
        memory.giveBack(held - (long) positions.length * Long.BYTES);
        entries.clear();
        return positions;
    }
}
