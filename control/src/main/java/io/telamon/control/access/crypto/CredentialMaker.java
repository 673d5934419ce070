package io.telamon.control.access.crypto;

import io.telamon.control.model.ClientId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Makes random credentials of the forms that the service's own have. */
public final class CredentialMaker {

    /** What every client id begins with; 24 hexadecimal digits follow. */
    public static final String CLIENT_ID_PREFIX = "mdb_sa_id_";

    /** What every client secret begins with that is made here. */
    public static final String CLIENT_SECRET_PREFIX = "mdb_sa_sk_";

    private static final String LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int PUBLIC_KEY_LENGTH = 8;
    private static final int SECRET_LENGTH = 40;
    private static final int ID_BYTES = 12;

    private final SecureRandom random = new SecureRandom();

    /** The public half of an API key: 8 lowercase letters. */
    public String publicKey() {
        return letters(LOWERCASE, PUBLIC_KEY_LENGTH);
    }

    /** The private half of an API key: a random UUID. */
    public String privateKey() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(16));
        long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** A service account's client id: {@code mdb_sa_id_} and 24 hexadecimal digits. */
    public ClientId clientId() {
        return new ClientId(CLIENT_ID_PREFIX + HexFormat.of().formatHex(bytes(ID_BYTES)));
    }

    /** A service account's secret: {@code mdb_sa_sk_} and 40 characters that need no escaping in URLs. */
    public String clientSecret() {
        return CLIENT_SECRET_PREFIX + letters(URL_SAFE, SECRET_LENGTH);
    }

    /** Random bytes, as salts and keys are made of. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String letters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
