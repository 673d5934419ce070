package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.bson.Encoded;
import java.util.List;

/** A result, taken in batches. Used by one thread at a time. */
public interface Results extends AutoCloseable {

    /** The next documents: at most so many, and of at most 16 MB unless it is a single one. */
    List<Encoded> take(int most);

    /** Whether it is known that all documents were taken: after a full batch, as with MongoDB, that need not be. */
    boolean ended();

    /** Gives up what is left. */
    @Override
    void close();
}
