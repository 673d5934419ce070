package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.access.token.ClientSecrets;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.api.Violation;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.model.SecretId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes, finds and deletes service accounts and their secrets. */
public final class ServiceAccounts {

    /** Accounts that an organization may have. */
    static final int MOST = 200;

    private static final int LEAST_HOURS = 8;

    /** How long the secret of the first account of an installation is good, as nobody is there yet to make the next. */
    private static final Duration BOOTSTRAP_VALIDITY = Duration.ofDays(3650);

    private final Clock clock;
    private final PrincipalChanges principals;
    private final ClientSecrets secrets;
    private final Organizations organizations;
    private final Memberships memberships;
    private final CredentialMaker maker = new CredentialMaker();

    /** The accounts of these organizations. */
    public ServiceAccounts(
            Clock clock,
            PrincipalChanges principals,
            ClientSecrets secrets,
            Organizations organizations,
            Memberships memberships) {
        this.clock = clock;
        this.principals = principals;
        this.secrets = secrets;
        this.organizations = organizations;
        this.memberships = memberships;
    }

    /** The principal of a client id; nothing when there is no such account. */
    public static Optional<ApiPrincipal> find(Handle handle, ClientId clientId) {
        return ServiceAccountTable.find(handle, clientId).map(ServiceAccount::principal);
    }

    /**
     * Makes an account without secrets and roles.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR} when the organization has as many
     *     as it may
     */
    ServiceAccount create(Transaction transaction, OrganizationId organizationId, String name, String description) {
        organizations.lockExclusive(transaction, organizationId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ServiceAccount account = ServiceAccount.of(maker.clientId(), organizationId, name, description, now);
        if (!insert(transaction, account)) {
            throw ErrorCode.ATLAS_GENERAL_ERROR.about("An organization has at most " + MOST + " service accounts.");
        }
        return account;
    }

    /**
     * Adds an account of a given client id and secret with roles in its organization, as the first start of an
     * installation does, unless its client id is there.
     *
     * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return whether it was added
     * @throws IllegalArgumentException when the client id is none
     */
    public boolean bootstrap(
            Transaction transaction,
            OrganizationId organizationId,
            ClientId clientId,
            String secret,
            List<Role> roles) {
        Instant now = clock.instant();
        ServiceAccount account =
                ServiceAccount.of(clientId, organizationId, "bootstrap", "Made on the first start", now);
        boolean added = insert(transaction, account);
        if (added) {
            secrets.add(transaction, account.id(), secret, now.plus(BOOTSTRAP_VALIDITY));
            memberships.add(transaction, account.principal(), ScopeId.of(organizationId), roles);
        }
        return added;
    }

    private boolean insert(Transaction transaction, ServiceAccount account) {
        principals.changed(transaction, account.principal());
        return ServiceAccountTable.insert(transaction.handle(), account, MOST);
    }

    /**
     * Makes a random secret of an account.
     *
     * @param hours how long it is good, 8 hours to the most that the organization allows
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR},
     *     {@link ErrorCode#ATLAS_GENERAL_ERROR} when the account has as many secrets as it may
     */
    ClientSecrets.Created addSecret(Transaction transaction, ServiceAccount account, int hours) {
        requireValidity(account.organizationId(), hours);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return secrets.create(transaction, account.id(), now.plus(Duration.ofHours(hours)));
    }

    /**
     * Deletes a secret and the tokens that were made with it.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    void deleteSecret(Transaction transaction, ServiceAccount account, SecretId secretId) {
        secrets.delete(transaction, account.id(), secretId);
    }

    /**
     * Deletes an account with its secrets, tokens, roles and access list.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DELETE_LAST_ADMIN},
     *     {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    void delete(Transaction transaction, ServiceAccount account) {
        memberships.requireAnotherOwner(transaction, account.principal(), ErrorCode.CANNOT_DELETE_LAST_ADMIN);
        if (!ServiceAccountTable.ROWS.delete(transaction.handle(), account.id())) {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(account.clientId());
        }
        principals.changed(transaction, account.principal());
        secrets.accountsDeleted(transaction);
    }

    /** Deletes all accounts of an organization with their secrets, tokens, roles and access lists. */
    public void deleteAllIn(Transaction transaction, OrganizationId organizationId) {
        ServiceAccountTable.ROWS.deleteAllIn(transaction.handle(), organizationId);
        principals.changedMany(transaction);
        secrets.accountsDeleted(transaction);
    }

    private void requireValidity(OrganizationId organizationId, int hours) {
        int most = organizations.settings(organizationId).longestSecretValidity();
        if (hours < LEAST_HOURS || hours > most) {
            String expected = "must be from " + LEAST_HOURS + " to " + most;
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(new Violation("secretExpiresAfterHours", expected)), "secretExpiresAfterHours " + expected);
        }
    }
}
