package io.telamon.control.sample.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** Builds documents from names and Java values. */
final class Fields {

    private Fields() {}

    /** A document of names and values in turn. */
    static BsonDocument of(Object... namesAndValues) {
        BsonDocument document = new BsonDocument();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            document.append((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return document;
    }

    private static BsonValue value(Object value) {
        return switch (value) {
            case BsonValue bson -> bson;
            case String text -> new BsonString(text);
            case Integer number -> new BsonInt32(number);
            case Double number -> new BsonDouble(number);
            case Boolean flag -> BsonBoolean.valueOf(flag);
            case Instant moment -> new BsonDateTime(moment.toEpochMilli());
            case BigDecimal number -> new BsonDecimal128(new Decimal128(number));
            case ObjectId id -> new BsonObjectId(id);
            case List<?> list -> new BsonArray(list.stream().map(Fields::value).toList());
            default -> throw new IllegalArgumentException("no BSON for " + value.getClass());
        };
    }
}
