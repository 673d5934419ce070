package io.telamon.documents.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of BSON, with the byte that stands for them, MongoDB's names, and their place in the order of all values. */
public enum ValueType {
    MISSING(0, "missing", 0),
    DOUBLE(1, "double", 10),
    STRING(2, "string", 15),
    DOCUMENT(3, "object", 20),
    ARRAY(4, "array", 25),
    BINARY(5, "binData", 30),
    UNDEFINED(6, "undefined", 0),
    OBJECT_ID(7, "objectId", 35),
    BOOLEAN(8, "bool", 40),
    DATE_TIME(9, "date", 45),
    NULL(10, "null", 5),
    REGEX(11, "regex", 50),
    DB_POINTER(12, "dbPointer", 55),
    JAVASCRIPT(13, "javascript", 60),
    SYMBOL(14, "symbol", 15),
    CODE_WITH_SCOPE(15, "javascriptWithScope", 65),
    INT32(16, "int", 10),
    TIMESTAMP(17, "timestamp", 47),
    INT64(18, "long", 10),
    DECIMAL128(19, "decimal", 10),
    MIN_KEY(-1, "minKey", -1),
    MAX_KEY(127, "maxKey", 127);

    private static final @Nullable ValueType[] BY_CODE = byCode();

    private final int code;
    private final String alias;
    private final int rank;

    ValueType(int code, String alias, int rank) {
        this.code = code;
        this.alias = alias;
        this.rank = rank;
    }

    /** The signed byte in front of an element of this type; 0 for missing. */
    public int code() {
        return code;
    }

    /** The name that {@code $type} answers. */
    public String alias() {
        return alias;
    }

    /** The place in the order of types: values of types of the same rank are compared by value. */
    public int rank() {
        return rank;
    }

    /** Whether this is one of the four numeric types. */
    public boolean isNumeric() {
        return rank == 10;
    }

    /** The type of a byte, null when no type has it; 0 has none. */
    public static @Nullable ValueType ofCode(int code) {
        return code < -1 || code == 0 ? null : BY_CODE[code + 1];
    }

    /** The type of a name as {@code $type} and {@code $convert} take it, null when there is none. */
    public static @Nullable ValueType ofAlias(String alias) {
        for (ValueType type : values()) {
            if (type.alias.equals(alias)) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable ValueType[] byCode() {
        @Nullable ValueType[] types = new @Nullable ValueType[129];
        for (ValueType type : values()) {
            types[type.code + 1] = type;
        }
        return types;
    }

    @Override
    public String toString() {
        return alias.isEmpty() ? name().toLowerCase(Locale.ROOT) : alias;
    }
}
