package io.telamon.engine.embedded.store;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A way through documents: all of a collection in the order of their positions or against it, or those at given positions. It can be left at any time
 * and taken up again; what was written in between is seen where it lies ahead.
 */
abstract class DocumentCursor {

    /** Goes on to the next document, if there is one. */
    abstract boolean next();

    /** Where the document is. */
    abstract long position();

    /** The document. */
    abstract byte[] bytes();

    /** Goes back by one document, once. */
    abstract void back();

    /** Called before others may write. */
    abstract void leave();

    static DocumentCursor through(MVMap<Long, byte[]> documents, boolean backwards) {
        return new Natural(documents, backwards);
    }

    static DocumentCursor to(long[] positions, MVMap<Long, byte[]> documents) {
        return new Chosen(positions, documents);
    }

    private static final class Natural extends DocumentCursor {

        private final MVMap<Long, byte[]> documents;
        private final boolean backwards;
        private @Nullable Cursor<Long, byte[]> cursor;
        private @Nullable Long last;
        private @Nullable Long before;

        Natural(MVMap<Long, byte[]> documents, boolean backwards) {
            this.documents = documents;
            this.backwards = backwards;
        }

        @Override
        boolean next() {
            Cursor<Long, byte[]> open = cursor == null ? open() : cursor;
            cursor = open;
            if (!open.hasNext()) {
                return false;
            }
            before = last;
            last = open.next();
            return true;
        }

        @SuppressWarnings("NullAway")
        private Cursor<Long, byte[]> open() {
            Long from = last == null ? null : Long.valueOf(backwards ? last - 1 : last + 1);
            return documents.cursor(from, null, backwards);
        }

        @Override
        long position() {
            return last == null ? -1 : last;
        }

        @Override
        byte[] bytes() {
            if (cursor == null) {
                throw new IllegalStateException("not on the way");
            }
            return cursor.getValue();
        }

        @Override
        void back() {
            last = before;
            cursor = null;
        }

        @Override
        void leave() {
            cursor = null;
        }
    }

    private static final class Chosen extends DocumentCursor {

        private final long[] positions;
        private final MVMap<Long, byte[]> documents;
        private int at = -1;
        private byte[] bytes = {};

        Chosen(long[] positions, MVMap<Long, byte[]> documents) {
            this.positions = positions;
            this.documents = documents;
        }

        @Override
        boolean next() {
            while (++at < positions.length) {
                byte[] found = documents.get(positions[at]);
                if (found != null) {
                    bytes = found;
                    return true;
                }
            }
            return false;
        }

        @Override
        long position() {
            return positions[at];
        }

        @Override
        byte[] bytes() {
            return bytes;
        }

        @Override
        void back() {
            at--;
        }

        @Override
        void leave() {
            bytes = new byte[0];
        }
    }
}
