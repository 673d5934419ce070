package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredRetries;
import java.util.Objects;
import java.util.Optional;

/** Runs a write once, however often it is sent. */
final class Retries {

    private Retries() {}

    static Document once(CommandCall call, CommandHandler handler) {
        if (!(call.body().get("txnNumber") instanceof Number number)) {
            return handler.answer(call);
        }
        Object session = session(call.body());
        StoredRetries retried = call.store().retried();
        Optional<Document> before = retried.replyTo(session, number.longValue());
        if (before.isPresent()) {
            return before.get();
        }
        Document reply = handler.answer(call);
        retried.remember(session, number.longValue(), reply);
        return reply;
    }

    private static Object session(Document body) {
        if (body.get("lsid") instanceof Document lsid && lsid.get("id") != null) {
            return Objects.requireNonNull(lsid.get("id"));
        }
        throw CommandErrors.invalidOptions("Transaction number requires a session ID to also be specified");
    }
}
