package io.telamon.control.access;

import io.telamon.control.api.Role;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes the first credentials of an installation. What is there already is left as it is. */
public final class FirstCredentials {

    /** How long the first secret of the first service account is good, as nobody is there yet to make the next. */
    private static final Duration VALIDITY = Duration.ofDays(3650);

    private final Clock clock;
    private final ApiKeys keys;
    private final ServiceAccounts accounts;
    private final Memberships memberships;

    FirstCredentials(Clock clock, ApiKeys keys, ServiceAccounts accounts, Memberships memberships) {
        this.clock = clock;
        this.keys = keys;
        this.accounts = accounts;
        this.memberships = memberships;
    }

    /**
     * Makes an API key with roles in the organization, unless its public half is there.
     *
     * @return whether it was made
     */
    public boolean apiKey(
            Transaction transaction, String organizationId, String publicKey, String privateKey, List<Role> roles) {
        ApiKey key = keys.key(organizationId, "Made on the first start", publicKey, privateKey);
        boolean made = keys.insert(transaction, key, privateKey);
        if (made) {
            memberships.add(transaction, key.holder(), organizationId, roles);
        }
        return made;
    }

    /**
     * Makes a service account with a secret and roles in the organization, unless its client id is there.
     *
     * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return whether it was made
     * @throws IllegalArgumentException when the client id is none
     */
    public boolean serviceAccount(
            Transaction transaction, String organizationId, String clientId, String secret, List<Role> roles) {
        ServiceAccount account =
                ServiceAccount.of(clientId, organizationId, "bootstrap", "Made on the first start", clock.instant());
        boolean made = accounts.insert(transaction, account);
        if (made) {
            accounts.addSecret(transaction, account, secret, clock.instant().plus(VALIDITY));
            memberships.add(transaction, account.holder(), organizationId, roles);
        }
        return made;
    }
}
