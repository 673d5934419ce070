package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.bson.Encoded;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that is looked for as it is taken, so that it needs no memory: documents of a collection that match. */
final class Scan implements Results {

    /** Nanoseconds after which writers get their turn. */
    private static final long TURN = 10_000_000;

    private final StoredCollection collection;
    private final Search search;
    private final DocumentCursor cursor;
    private final Runnable letWritersIn;
    private final ResultMemory.@Nullable Share memory;
    private int skip;
    private int left;
    private boolean ended;
    private long turnBegan;

    /** Reads that way, whose positions take that memory. */
    Scan(
            StoredCollection collection,
            Search search,
            DocumentCursor cursor,
            Runnable letWritersIn,
            ResultMemory.@Nullable Share memory) {
        this.collection = collection;
        this.search = search;
        this.cursor = cursor;
        this.letWritersIn = letWritersIn;
        this.memory = memory;
        this.skip = search.skip();
        this.left = search.limit() > 0 ? search.limit() : Integer.MAX_VALUE;
    }

    @Override
    public List<Encoded> take(int most) {
        List<Encoded> batch = new ArrayList<>();
        int remaining = StoredCollection.LARGEST;
        turnBegan = System.nanoTime();
        while (batch.size() < most && advance()) {
            byte[] shown = collection.shown(cursor.bytes(), search.projection());
            remaining -= shown.length;
            if (remaining < 0 && !batch.isEmpty()) {
                cursor.back();
                break;
            }
            batch.add(new Encoded(shown));
            left--;
        }
        ended |= left == 0;
        cursor.leave();
        return batch;
    }

    /** How many documents there are from here on. */
    int count() {
        int found = 0;
        turnBegan = System.nanoTime();
        while (advance()) {
            found++;
            left--;
        }
        cursor.leave();
        return found;
    }

    /** Goes to the next document that matches. */
    private boolean advance() {
        while (!ended) {
            takeTurns();
            ReadDeadline.check();
            ended = left == 0 || !cursor.next();
            if (!ended && collection.matches(cursor.bytes(), search.query()) && skip-- <= 0) {
                skip = 0;
                return true;
            }
        }
        return false;
    }

    private void takeTurns() {
        if (System.nanoTime() - turnBegan > TURN) {
            cursor.leave();
            letWritersIn.run();
            turnBegan = System.nanoTime();
        }
        if (collection.isGone()) {
            throw CommandErrors.collectionGone();
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
        }
    }
}
