package io.telamon.control.access;

import io.telamon.control.access.apikey.ApiKeyHashes;
import io.telamon.control.access.apikey.ApiKeyOperations;
import io.telamon.control.access.apikey.ApiKeys;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.access.digest.DigestScheme;
import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.list.AccessLists;
import io.telamon.control.access.list.AddressUse;
import io.telamon.control.access.serviceaccount.ServiceAccountOperations;
import io.telamon.control.access.serviceaccount.ServiceAccounts;
import io.telamon.control.access.token.AccessTokens;
import io.telamon.control.access.token.ClientSecrets;
import io.telamon.control.access.token.OAuthOperations;
import io.telamon.control.api.Challenger;
import io.telamon.control.api.Operations;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.event.EventLog;
import io.telamon.control.module.ApiModule;
import io.telamon.control.organization.InitialCredentials;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.work.ProjectUnitOfWork;
import java.time.Clock;

/** Everything about who calls, put together: what a request is authenticated by, and the operations on credentials. */
public final class AccessModule implements ApiModule, AutoCloseable {

    private final AddressUse use;
    private final RequestFilter authenticate;
    private final Challenger challenger;
    private final Memberships memberships;
    private final ApiKeys keys;
    private final ServiceAccounts accounts;
    private final OAuthOperations oauth;
    private final ApiKeyOperations keyOperations;
    private final ServiceAccountOperations accountOperations;

    /**
     * The module over a store.
     *
     * @throws IllegalStateException when the store was made with another master key
     */
    public AccessModule(
            Store store,
            Clock clock,
            EventLog events,
            MasterKey masterKey,
            AccessSettings settings,
            Projects projects) {
        ObjectIdGenerator ids = new ObjectIdGenerator(clock);
        Organizations organizations = projects.organizations();
        AccessTokens tokens = new AccessTokens(store, ids, clock, masterKey, settings.tokenLifetime());
        DigestScheme digest =
                DigestScheme.of(store, clock, masterKey, settings.digestAlgorithm(), settings.nonceLifetime());
        ApiKeyHashes hashes = new ApiKeyHashes(masterKey);
        PrincipalCache principals = new PrincipalCache(store, hashes);
        this.use = new AddressUse(store, clock);
        this.authenticate = new AuthenticationFilter(
                digest.authentication(principals), tokens, principals, new AddressCheck(use, organizations));
        this.challenger = digest.challenger();
        this.memberships = new Memberships(organizations, projects, principals);

        AccessLists lists = new AccessLists(clock, principals, use);
        ClientSecrets secrets = new ClientSecrets(ids, clock, tokens);
        this.keys = new ApiKeys(ids, clock, hashes, principals, organizations, memberships);
        this.accounts = new ServiceAccounts(clock, principals, secrets, organizations, memberships);
        this.oauth = new OAuthOperations(store, clock, tokens);
        this.keyOperations = new ApiKeyOperations(store, projects, keys, memberships, lists, events);
        this.accountOperations = new ServiceAccountOperations(store, projects, accounts, memberships, lists, events);
    }

    /** The filter that finds out who calls. */
    public RequestFilter authenticate() {
        return authenticate;
    }

    /** What 401 answers challenge with. */
    public Challenger challenger() {
        return challenger;
    }

    /** The roles that callers and people hold. */
    public Memberships memberships() {
        return memberships;
    }

    /** Who makes the initial credentials of new organizations. */
    public InitialCredentials initialCredentials() {
        return new StoredInitialCredentials(keys, keyOperations, accounts, accountOperations);
    }

    /** The API keys. */
    public ApiKeys keys() {
        return keys;
    }

    /** The service accounts. */
    public ServiceAccounts accounts() {
        return accounts;
    }

    @Override
    public void bind(Operations api) {
        oauth.bind(api);
        keyOperations.bind(api);
        accountOperations.bind(api);
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        memberships.forget(unit.transaction(), unit.projectId());
    }

    /** Writes what is still counted in memory only. To be closed before the store. */
    @Override
    public void close() {
        use.write();
    }
}
