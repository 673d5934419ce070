package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.bson.Encoded;
import java.util.List;

/** A result, taken in batches. Used by one thread at a time. */
public interface Results extends AutoCloseable {

    /** The next documents: at most so many, and of at most 16 MB unless it is a single one. */
    List<Encoded> take(int most);

    /** Whether all documents were taken. */
    boolean ended();

    /** Gives up what is left. */
    @Override
    void close();
}
