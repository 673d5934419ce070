package io.telamon.engine.embedded.store;

import io.telamon.engine.embedded.bson.Encoded;
import java.util.List;

/** A result whose end shows only when a batch is not full, as that of a pipeline does with MongoDB. */
public final class OpenEndedResults implements Results {

    private final Results results;
    private boolean ended;

    /** That result. */
    public OpenEndedResults(Results results) {
        this.results = results;
    }

    @Override
    public List<Encoded> take(int most) {
        List<Encoded> batch = results.take(most);
        ended = batch.size() < most && results.ended();
        return batch;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        results.close();
    }
}
