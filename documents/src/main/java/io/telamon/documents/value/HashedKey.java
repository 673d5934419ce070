package io.telamon.documents.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of a value as hashed indexes have it: the first 8 bytes of the MD5 of a canonical form. */
public final class HashedKey {
    private final MessageDigest digest;

    private HashedKey(MessageDigest digest) {
        this.digest = digest;
    }

    /** The hash of a value; a missing value counts as null. */
    public static long of(Value value) {
        try {
            HashedKey hash = new HashedKey(MessageDigest.getInstance("MD5"));
            hash.int32(0);
            hash.value(value == MissingValue.MISSING ? NullValue.NULL : value);
            return BsonBytes.int64(hash.digest.digest(), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void value(Value value) {
        int32(value.type().rank());
        content(value);
    }

    private void content(Value value) {
        switch (value) {
            case NumberValue number -> int64(number.isNaN() ? 0 : number.toLong());
            case DocumentValue document -> fields(document);
            case ArrayValue array -> fields(array.encoded());
            case CodeWithScopeValue code -> {
                digest.update(code.code().getBytes(StandardCharsets.UTF_8));
                fields(code.scope());
            }
            default -> {
                BsonOutput output = new BsonOutput(64);
                value.writeTo(output);
                digest.update(output.toBytes());
            }
        }
    }

    private void fields(DocumentValue document) {
        for (Element element : document) {
            int32(element.value().type().rank());
            digest.update(element.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            content(element.value());
        }
        int32(0);
        digest.update((byte) 0);
    }

    private void int32(int value) {
        byte[] bytes = new byte[4];
        BsonBytes.putInt32(bytes, 0, value);
        digest.update(bytes);
    }

    private void int64(long value) {
        byte[] bytes = new byte[8];
        BsonBytes.putInt64(bytes, 0, value);
        digest.update(bytes);
    }
}
