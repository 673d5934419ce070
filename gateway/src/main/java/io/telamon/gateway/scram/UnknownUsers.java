package io.telamon.gateway.scram;

import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import java.util.Arrays;

/**
 * Makes credentials for users that do not exist, the same each time, so that they are challenged exactly as those that do. Nobody knows
 * a password for them.
 */
public final class UnknownUsers {

    private final byte[] secret;

    /** Derives them from a secret that should outlive restarts: a salt that changes would give the user away. */
    public UnknownUsers(byte[] secret) {
        this.secret = secret.clone();
    }

    ScramCredential credential(ScramMechanism mechanism, String place, String name) {
        String who = mechanism + "\n" + place + "\n" + name;
        byte[] salt = Hashes.hmac(ScramMechanism.SHA_256, secret, "salt\n" + who);
        byte[] stored = Hashes.hmac(mechanism, secret, "stored\n" + who);
        byte[] server = Hashes.hmac(mechanism, secret, "server\n" + who);
        return new ScramCredential(
                mechanism, Arrays.copyOf(salt, mechanism.saltLength()), mechanism.iterations(), stored, server);
    }
}
