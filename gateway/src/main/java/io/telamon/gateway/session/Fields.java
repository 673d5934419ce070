package io.telamon.gateway.session;

import io.telamon.gateway.error.Errors;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Reads what commands carry, and writes what answers have in common. */
final class Fields {

    private Fields() {}

    static Optional<String> string(BsonDocument document, String field) {
        return document.get(field) instanceof BsonString text ? Optional.of(text.getValue()) : Optional.empty();
    }

    static Optional<BsonDocument> document(BsonDocument document, String field) {
        return document.get(field) instanceof BsonDocument inner ? Optional.of(inner) : Optional.empty();
    }

    static boolean isTrue(BsonDocument document, String field) {
        BsonValue value = document.get(field);
        return value != null && (value.isBoolean() ? value.asBoolean().getValue() : isOne(value));
    }

    private static boolean isOne(BsonValue value) {
        return value.isNumber() && value.asNumber().intValue() != 0;
    }

    /** The payload of an authentication message, which is text. */
    static String payload(BsonDocument document) {
        BsonValue payload = document.get("payload");
        return switch (payload) {
            case BsonBinary binary -> new String(binary.getData(), StandardCharsets.UTF_8);
            case BsonString text -> text.getValue();
            case null, default -> throw Errors.typeMismatch("payload must be binary data");
        };
    }

    static BsonDocument ok(BsonDocument answer) {
        return answer.append("ok", new BsonDouble(1));
    }
}
