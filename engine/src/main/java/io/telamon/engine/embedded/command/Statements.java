package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.DuplicateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements of a write, run one by one: an ordered write ends at its first error, and what is counted has happened. */
final class Statements {

    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final boolean ordered;
    private final List<Document> errors = new ArrayList<>();
    private int index;

    Statements(CommandCall call) {
        this.ordered = !call.body().containsKey("ordered") || call.isTrue("ordered");
    }

    /** Runs them; a failed one is an entry of {@code writeErrors}. */
    void run(List<Document> statements, Consumer<Document> each) {
        for (Document statement : statements) {
            try {
                each.accept(statement);
            } catch (MVStoreException e) {
                throw e;
            } catch (MongoServerError e) {
                if (CommandErrors.endsCommand(e)) {
                    throw e;
                }
                errors.add(describe(index, e));
            } catch (MongoServerException e) {
                errors.add(describe(index, CommandErrors.badValue(e.getMessageWithoutErrorCode())));
            } catch (RuntimeException e) {
                LOG.warn("mongo-java-server cannot run a statement", e);
                errors.add(describe(index, CommandErrors.internal()));
            }
            if (ordered && !errors.isEmpty()) {
                return;
            }
            index++;
        }
    }

    /**
     * Refuses a whole write for a statement that this engine cannot run or that has not the form of one. Other errors are those of the statement,
     * once it is its turn.
     */
    static void refuseBefore(Runnable check) {
        try {
            check.run();
        } catch (MongoServerError e) {
            if (CommandErrors.refusesCommand(e)) {
                throw e;
            }
        }
    }

    /** Which statement is being run. */
    int index() {
        return index;
    }

    private static Document describe(int index, MongoServerError error) {
        Document description = new Document("index", index).append("code", error.getCode());
        if (error instanceof DuplicateKey duplicate) {
            duplicate.describeIn(description);
        }
        return description.append("errmsg", error.getMessageWithoutErrorCode());
    }

    /** Ends a reply. */
    Document finish(Document reply) {
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }
}
