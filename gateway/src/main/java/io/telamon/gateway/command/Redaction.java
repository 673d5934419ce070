package io.telamon.gateway.command;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Commands without their values, in the form of the server's own redaction ({@code redactClientLogData}). */
final class Redaction {

    private static final BsonString VALUE = new BsonString("###");

    private Redaction() {}

    /** A document with the same fields, whose values are hash signs. */
    static BsonDocument of(BsonDocument document) {
        BsonDocument redacted = new BsonDocument();
        document.forEach((field, value) -> redacted.append(field, of(value)));
        return redacted;
    }

    private static BsonValue of(BsonValue value) {
        if (value.isDocument()) {
            return of(value.asDocument());
        }
        return value.isArray()
                ? new BsonArray(value.asArray().stream().map(Redaction::of).toList())
                : VALUE;
    }
}
