package io.telamon.control.access.digest;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the nonces of HTTP Digest. A nonce says itself when it was made and as which one, under a signature, so
 * that nothing is kept of the many that are never used: 4 bytes of seconds, 8 of serial number, 12 of HMAC-SHA-256.
 */
final class Nonces {

    private static final int SIGNED = 12;
    private static final int LENGTH = 24;
    private static final int TEXT_LENGTH = 32;

    private final Mac prototype;
    private final LongSupplier serials;
    private final Clock clock;
    private final long lifetime;

    /**
     * Nonces under a key.
     *
     * @param serials gives every nonce a number of its own
     */
    Nonces(SecretKeySpec key, LongSupplier serials, Clock clock, Duration lifetime) {
        this.serials = serials;
        this.clock = clock;
        this.lifetime = lifetime.toSeconds();
        try {
            this.prototype = Mac.getInstance("HmacSHA256");
            prototype.init(key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("no HMAC", e);
        }
    }

    /** What a client's nonce is. */
    sealed interface Verdict {

        /** Made here, and not too old. */
        record Fresh(long serial, long expiresAtSecond) implements Verdict {}

        /** Too old, or not from here. */
        record Stale() implements Verdict {}
    }

    /** A new nonce, 32 characters of Base64. */
    String next() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.putInt((int) now()).putLong(serials.getAsLong());
        bytes.put(signature(bytes.array()), 0, LENGTH - SIGNED);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    Verdict judge(String nonce) {
        if (nonce.length() != TEXT_LENGTH) {
            return new Verdict.Stale();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return new Verdict.Stale();
        }
        return bytes.length == LENGTH ? judge(bytes) : new Verdict.Stale();
    }

    private Verdict judge(byte[] nonce) {
        byte[] expected = nonce.clone();
        System.arraycopy(signature(nonce), 0, expected, SIGNED, LENGTH - SIGNED);
        ByteBuffer content = ByteBuffer.wrap(nonce);
        long madeAt = Integer.toUnsignedLong(content.getInt());
        long age = now() - madeAt;
        return MessageDigest.isEqual(expected, nonce) && age >= -lifetime && age < lifetime
                ? new Verdict.Fresh(content.getLong(), madeAt + lifetime)
                : new Verdict.Stale();
    }

    private long now() {
        return clock.millis() / 1000;
    }

    private byte[] signature(byte[] nonce) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update(nonce, 0, SIGNED);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC cannot be copied", e);
        }
    }
}
