package io.telamon.engine.embedded;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDbPointer;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonJavaScriptWithScope;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** A value of every BSON type, and of every binary subtype that means something. */
public final class Samples {

    private Samples() {}

    /** A document with a field for each. */
    public static BsonDocument everything() {
        BsonDocument document = new BsonDocument("_id", new BsonInt32(1));
        int field = 0;
        for (BsonValue value : values()) {
            document.append("f" + field++ + value.getBsonType(), value);
        }
        for (int subtype = 0; subtype <= 9; subtype++) {
            document.append("b" + subtype, binary(subtype));
        }
        return document.append("b128", binary(128)).append("b255", binary(255));
    }

    /** Sixteen bytes of a subtype; the old subtype 2 has its length within. */
    private static BsonBinary binary(int subtype) {
        byte[] data = new byte[] {12, 0, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, -16};
        return new BsonBinary((byte) subtype, data);
    }

    private static List<BsonValue> values() {
        return List.of(
                new BsonDouble(-1.5),
                new BsonDouble(Double.NaN),
                new BsonString("text with \0 zero, \u00e4, \ud83d\ude00 and \ufffd"),
                new BsonDocument("a", new BsonDocument("b", new BsonArray())),
                new BsonArray(List.of(
                        new BsonInt32(1),
                        BsonNull.VALUE,
                        new BsonDocument(),
                        new BsonArray(List.of(new BsonInt64(2))))),
                new BsonUndefined(),
                new BsonObjectId(new ObjectId("0123456789abcdef01234567")),
                BsonBoolean.TRUE,
                BsonBoolean.FALSE,
                new BsonDateTime(-62_135_596_800_001L),
                new BsonDateTime(Long.MAX_VALUE),
                BsonNull.VALUE,
                new BsonRegularExpression("^a.*", "ix"),
                new BsonRegularExpression("b"),
                new BsonDbPointer("a.b", new ObjectId("0123456789abcdef01234567")),
                new BsonJavaScript("f()"),
                new BsonSymbol("symbol"),
                new BsonJavaScriptWithScope("f(x)", new BsonDocument("x", new BsonInt32(1))),
                new BsonInt32(Integer.MIN_VALUE),
                new BsonTimestamp(1, -1),
                new BsonInt64(Long.MIN_VALUE),
                new BsonDecimal128(Decimal128.parse("-1.234E+100")),
                new BsonMinKey(),
                new BsonMaxKey());
    }
}
