package io.telamon.gateway.credential;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** Turns a password into what is stored of it. Costs some tens of milliseconds of computing: that is its purpose. */
public final class PasswordKeys {

    private final SecureRandom random;

    /** Takes its salts from that source. */
    public PasswordKeys(SecureRandom random) {
        this.random = random;
    }

    /**
     * The credentials of a user for every mechanism.
     *
     * @throws IllegalArgumentException if the password has characters that SASLprep (RFC 4013) forbids
     */
    public Map<ScramMechanism, ScramCredential> derive(String userName, String password) {
        var credentials = new EnumMap<ScramMechanism, ScramCredential>(ScramMechanism.class);
        for (ScramMechanism mechanism : ScramMechanism.values()) {
            credentials.put(mechanism, derive(mechanism, userName, password));
        }
        return credentials;
    }

    private ScramCredential derive(ScramMechanism mechanism, String userName, String password) {
        byte[] salt = new byte[mechanism.saltLength()];
        random.nextBytes(salt);
        byte[] salted = saltedPassword(mechanism, userName, password, salt);
        var algorithm = algorithm(mechanism);
        byte[] storedKey = ScramFunctions.storedKey(algorithm, ScramFunctions.clientKey(algorithm, salted));
        byte[] serverKey = ScramFunctions.serverKey(algorithm, salted);
        Arrays.fill(salted, (byte) 0);
        return new ScramCredential(mechanism, salt, mechanism.iterations(), storedKey, serverKey);
    }

    private static byte[] saltedPassword(ScramMechanism mechanism, String userName, String password, byte[] salt) {
        var algorithm = algorithm(mechanism);
        return switch (mechanism) {
            case SHA_1 ->
                ScramFunctions.saltedPassword(
                        algorithm,
                        StringPreparation.NO_PREPARATION,
                        legacyDigest(userName, password).toCharArray(),
                        salt,
                        mechanism.iterations());
            case SHA_256 ->
                ScramFunctions.saltedPassword(
                        algorithm,
                        StringPreparation.SASL_PREPARATION,
                        password.toCharArray(),
                        salt,
                        mechanism.iterations());
        };
    }

    private static com.ongres.scram.common.ScramMechanism algorithm(ScramMechanism mechanism) {
        return switch (mechanism) {
            case SHA_1 -> com.ongres.scram.common.ScramMechanism.SCRAM_SHA_1;
            case SHA_256 -> com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;
        };
    }

    /** What drivers hash in place of the password for SCRAM-SHA-1. */
    private static String legacyDigest(String userName, String password) {
        try {
            byte[] text = (userName + ":mongo:" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }
}
