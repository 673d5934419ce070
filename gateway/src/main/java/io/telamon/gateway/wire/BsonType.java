package io.telamon.gateway.wire;

/** The type bytes of BSON elements that the gateway looks at. */
public final class BsonType {

    /** A floating-point number. */
    public static final int DOUBLE = 0x01;

    /** A string. */
    public static final int STRING = 0x02;

    /** A document. */
    public static final int DOCUMENT = 0x03;

    /** An array. */
    public static final int ARRAY = 0x04;

    /** True or false. */
    public static final int BOOLEAN = 0x08;

    /** A 32-bit integer. */
    public static final int INT32 = 0x10;

    /** A 64-bit integer. */
    public static final int INT64 = 0x12;

    private BsonType() {}
}
