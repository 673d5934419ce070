package io.telamon.control.access.crypto;

import io.telamon.control.store.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the secrets are encrypted that the store must be able to give back. It is kept outside of the
 * store, so that a copy of the database alone opens nothing.
 */
public final class MasterKey {

    /** Length of the key in bytes. */
    public static final int LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec root;
    private final SecretKeySpec sealing;
    private final SecureRandom random = new SecureRandom();

    private MasterKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a master key has " + LENGTH + " bytes, this one " + key.length);
        }
        this.root = new SecretKeySpec(key, "HmacSHA256");
        this.sealing = new SecretKeySpec(derive("sealing").getEncoded(), "AES");
    }

    /** The key of these 32 bytes. */
    public static MasterKey of(byte[] key) {
        return new MasterKey(key.clone());
    }

    /**
     * The key that a configuration gives.
     *
     * @throws IllegalArgumentException when the text is not the Base64 form of 32 bytes; the message does not repeat it
     */
    public static MasterKey ofBase64(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a master key is the Base64 form of " + LENGTH + " bytes", null);
        }
        return of(key);
    }

    /**
     * The key in a file that only its owner may read; made, with a random key, where there is none. To be called for a missing
     * file only if nothing is encrypted yet, see {@link #hasEncryptedData}.
     *
     * @throws java.io.UncheckedIOException when the file cannot be read or written
     * @throws IllegalStateException when others may read it or it holds no key; the message names the file
     */
    public static MasterKey inFile(Path file) {
        return new MasterKeyFile(file).open();
    }

    /** Whether a store holds anything that only the master key opens. */
    public static boolean hasEncryptedData(Store store) {
        return store.read(handle -> handle.select(
                                "SELECT (SELECT count(*) FROM api_key) + (SELECT count(*) FROM signing_key)")
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** A secret for one purpose, the same whenever it is asked for, which tells nothing of the key. */
    public byte[] secretFor(String purpose) {
        return derive(purpose).getEncoded();
    }

    /**
     * Encrypts a secret for one purpose, for which alone it can be decrypted again.
     *
     * @return Base64
     */
    public String seal(byte[] secret, String purpose) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException when it was sealed under another key or for another purpose
     */
    public byte[] open(String sealed, String purpose) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the master key does not open what is in the database; it is not the one that the database was made with.",
                    e);
        }
    }

    /** The HMAC-SHA-256 key for one purpose, from which nothing can be told about the others. */
    public SecretKeySpec derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(root);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "MasterKey[not shown]";
    }
}
