package io.telamon.gateway.scram;

import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import io.telamon.gateway.spi.directory.Tenant;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Begins exchanges: reads the client's first message, looks the user up, and challenges. */
public final class ScramServer {

    private static final int NONCE_BYTES = 24;

    private final DatabaseUsers users;
    private final UnknownUsers unknownUsers;
    private final SecureRandom random;

    /** Knows the users of all projects. */
    public ScramServer(DatabaseUsers users, UnknownUsers unknownUsers, SecureRandom random) {
        this.users = users;
        this.unknownUsers = unknownUsers;
        this.random = random;
    }

    /** The user of that name if the cluster is within its scopes. */
    public Optional<DatabaseUser> user(Tenant tenant, String database, String name) {
        return users.find(tenant.project(), database, name).filter(user -> user.mayUse(tenant.name()));
    }

    /**
     * Answers a client's first message with a challenge, whether or not there is such a user.
     *
     * @throws ScramFailedException if the message cannot be read
     */
    public Challenge challenge(Tenant tenant, String database, ScramMechanism mechanism, String message)
            throws ScramFailedException {
        ClientFirst first = ClientFirst.parse(message);
        Optional<DatabaseUser> user = user(tenant, database, first.userName());
        Optional<ScramCredential> stored =
                user.flatMap(known -> Optional.ofNullable(known.credentials().get(mechanism)));
        ScramCredential fake = unknownUsers.credential(mechanism, tenant.project() + "." + database, first.userName());
        String nonce = first.nonce() + nonce();
        return new Challenge(database, first, nonce, stored.orElse(fake), stored.isPresent() ? user : Optional.empty());
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
