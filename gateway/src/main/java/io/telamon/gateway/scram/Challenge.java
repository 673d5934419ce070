package io.telamon.gateway.scram;

import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.spi.directory.DatabaseUser;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * An exchange that waits for the client's proof.
 *
 * @param database the database the user authenticates against
 * @param first what the client began with
 * @param nonce both parts of the nonce
 * @param credential what the proof is checked against, made up if there is no such user
 * @param user the user, if there is one
 */
public record Challenge(
        String database, ClientFirst first, String nonce, ScramCredential credential, Optional<DatabaseUser> user) {

    /** The name of the user whom the client says it is. */
    public String userName() {
        return first.userName();
    }

    /** The server's first message. */
    public String message() {
        String salt = Base64.getEncoder().encodeToString(credential.salt());
        return "r=" + nonce + ",s=" + salt + ",i=" + credential.iterations();
    }

    /**
     * Checks the client's final message.
     *
     * @throws ScramFailedException if it does not prove that the client knows the password of a user that exists
     */
    public Proof prove(String message) throws ScramFailedException {
        int proofAt = message.lastIndexOf(",p=");
        String expected = "c=" + first.encodedHeader() + ",r=" + nonce;
        if (proofAt < 0 || !message.substring(0, proofAt).equals(expected)) {
            throw new ScramFailedException("a final message that does not fit the first");
        }
        String signed = first.bare() + "," + message() + "," + expected;
        boolean proven = isKey(decoded(message.substring(proofAt + 3)), signed);
        if (!proven || user.isEmpty()) {
            throw new ScramFailedException(
                    user.isEmpty()
                            ? "UserNotFound: Could not find user \"%s\" for db \"%s\"".formatted(userName(), database)
                            : "AuthenticationFailed: SCRAM authentication failed, storedKey mismatch");
        }
        byte[] signature = Hashes.hmac(credential.mechanism(), credential.serverKey(), signed);
        return new Proof(user.get(), "v=" + Base64.getEncoder().encodeToString(signature));
    }

    private boolean isKey(byte[] proof, String signed) {
        byte[] storedKey = credential.storedKey();
        byte[] signature = Hashes.hmac(credential.mechanism(), storedKey, signed);
        byte[] clientKey = new byte[signature.length];
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] = (byte) (signature[i] ^ (i < proof.length ? proof[i] : 0));
        }
        byte[] hashed = Hashes.hash(credential.mechanism(), clientKey);
        return MessageDigest.isEqual(hashed, storedKey) && proof.length == signature.length;
    }

    private static byte[] decoded(String proof) throws ScramFailedException {
        try {
            return Base64.getDecoder().decode(proof);
        } catch (IllegalArgumentException e) {
            throw new ScramFailedException("a proof that is not base64");
        }
    }
}
