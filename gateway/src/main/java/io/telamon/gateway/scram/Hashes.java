package io.telamon.gateway.scram;

import io.telamon.gateway.credential.ScramMechanism;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash and the hash of a mechanism. */
final class Hashes {

    private Hashes() {}

    static byte[] hmac(ScramMechanism mechanism, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(mechanism.hmac());
            mac.init(new SecretKeySpec(key, mechanism.hmac()));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + mechanism.hmac(), e);
        }
    }

    static byte[] hash(ScramMechanism mechanism, byte[] bytes) {
        try {
            return MessageDigest.getInstance(mechanism.digest()).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + mechanism.digest(), e);
        }
    }
}
