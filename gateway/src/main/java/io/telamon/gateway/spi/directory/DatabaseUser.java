package io.telamon.gateway.spi.directory;

import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A database user.
 *
 * @param database the database it authenticates against
 * @param name its name there
 * @param credentials what is stored to verify its password, by mechanism; empty if it cannot use a password
 * @param roles what it is granted
 * @param scopes the names of the clusters it may use; empty means every cluster of the project
 */
public record DatabaseUser(
        String database,
        String name,
        Map<ScramMechanism, ScramCredential> credentials,
        List<RoleGrant> roles,
        Set<String> scopes) {

    /** Keeps copies of the collections. */
    public DatabaseUser {
        credentials = Map.copyOf(credentials);
        roles = List.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Whether this user's scopes take in the cluster of that name. */
    public boolean mayUse(String clusterName) {
        return scopes.isEmpty() || scopes.contains(clusterName);
    }
}
