package io.telamon.control.access.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hashes H(A1) of one API key, which HTTP Digest needs in the clear on the server (RFC 7616, section 3.4.2). For every
 * algorithm there is one, so that the algorithm can be changed without new keys.
 */
public final class DigestHashes {

    private static final byte COLON = ':';

    private final Map<DigestAlgorithm, byte[]> raw = new EnumMap<>(DigestAlgorithm.class);
    private final Map<DigestAlgorithm, byte[]> hexadecimal = new EnumMap<>(DigestAlgorithm.class);

    private DigestHashes(ByteBuffer bytes) {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            byte[] hash = new byte[algorithm.newDigest().getDigestLength()];
            bytes.get(hash);
            raw.put(algorithm, hash);
            hexadecimal.put(algorithm, hex(hash));
        }
    }

    /** The hashes of an API key. */
    public static DigestHashes of(String publicKey, String privateKey) {
        return of(publicKey, DigestScheme.REALM, privateKey);
    }

    static DigestHashes of(String userName, String realm, String password) {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        byte[] secret = (userName + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            bytes.put(algorithm.newDigest().digest(secret));
        }
        return new DigestHashes(bytes.flip());
    }

    /** The hashes that {@link #bytes} gave, {@link #length} bytes. */
    public static DigestHashes ofBytes(byte[] bytes) {
        return new DigestHashes(ByteBuffer.wrap(bytes));
    }

    /** How many bytes the hashes of a key are together. */
    public static int length() {
        int length = 0;
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            length += algorithm.newDigest().getDigestLength();
        }
        return length;
    }

    /** The hashes one after the other, as {@link #ofBytes} reads them. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        raw.values().forEach(bytes::put);
        return bytes.array();
    }

    /** The response that who knows the key gives, in lowercase hexadecimal (RFC 7616, section 3.4.1, {@code qop=auth}). */
    byte[] response(DigestAlgorithm algorithm, String method, DigestCredentials given) {
        var digest = algorithm.newDigest();
        digest.update(bytes(method));
        digest.update(COLON);
        byte[] a2 = hex(digest.digest(bytes(given.uri())));
        digest.update(hexadecimal.getOrDefault(algorithm, a2));
        for (String part : new String[] {given.nonce(), given.nonceCount(), given.clientNonce(), given.qop()}) {
            digest.update(COLON);
            digest.update(bytes(part));
        }
        digest.update(COLON);
        return hex(digest.digest(a2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "DigestHashes[not shown]";
    }
}
