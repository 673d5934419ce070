package io.telamon.control.access;

import io.telamon.control.api.Challenger;
import io.telamon.control.api.Operations;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.event.EventLog;
import io.telamon.control.organization.OrganizationCredentialsInitializer;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.ProjectMembership;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Everything about who calls, put together: what a request is authenticated by, and the operations on credentials. */
public final class AccessModule implements AutoCloseable {

    private final RequestFilter authenticate;
    private final Challenger challenger;
    private final Memberships memberships;
    private final FirstCredentials bootstrap;
    private final AddressUse use;
    private final OAuthOperations oauth;
    private final OrganizationApiKeyOperations organizationKeys;
    private final ProjectApiKeyOperations projectKeys;
    private final ApiKeyAccessListOperations keyAccessLists;
    private final OrganizationAccountOperations organizationAccounts;
    private final ProjectAccountOperations projectAccounts;
    private final List<AccountSecretOperations> secrets;
    private final List<AccountAccessListOperations> accountAccessLists;

    /**
     * The module over a store.
     *
     * @throws IllegalStateException when the store was made with another master key
     */
    public AccessModule(
            Store store,
            ObjectIdGenerator ids,
            Clock clock,
            EventLog eventLog,
            MasterKey masterKey,
            AccessSettings settings,
            Organizations organizations,
            Projects projects) {
        TokenSigner signer = new TokenSigner(SigningKey.of(store, masterKey, clock));
        AccessTokens tokens = new AccessTokens(store, ids, clock, settings.tokenLifetime(), signer);
        PrincipalCache directory = new PrincipalCache(store, masterKey);
        DigestParts digest = DigestParts.of(store, clock, masterKey, settings);
        OrganizationOwners owners = new OrganizationOwners(organizations);
        this.use = new AddressUse(store, clock);
        this.authenticate = new AuthenticationFilter(
                new DigestAuthentication(directory, digest.nonces(), digest.uses(), settings.digestAlgorithm()),
                tokens,
                directory,
                new AddressCheck(use, organizations));
        this.challenger = new DigestChallenger(digest.nonces(), settings.digestAlgorithm());
        this.memberships = new Memberships(organizations, projects, directory, tokens, owners);
        this.oauth = new OAuthOperations(store, clock, new ClientAuthentication(store, clock), tokens);

        ApiKeys keys = new ApiKeys(ids, clock, masterKey, directory, organizations, owners);
        ApiKeyEvents keyEvents = new ApiKeyEvents(eventLog);
        AccessLists lists = new AccessLists(clock, directory);
        this.organizationKeys = new OrganizationApiKeyOperations(store, keys, memberships, keyEvents);
        this.projectKeys = new ProjectApiKeyOperations(store, projects, keys, memberships, keyEvents);
        this.keyAccessLists = new ApiKeyAccessListOperations(store, lists, use, keyEvents);

        ServiceAccounts accounts = new ServiceAccounts(ids, clock, directory, tokens, organizations, owners);
        AccountEvents accountEvents = new AccountEvents(eventLog);
        AccountScope.OfProject project = new AccountScope.OfProject(projects);
        List<AccountScope> both = List.of(new AccountScope.OfOrganization(), project);
        this.organizationAccounts = new OrganizationAccountOperations(store, accounts, memberships, accountEvents);
        this.projectAccounts = new ProjectAccountOperations(store, project, accounts, memberships, accountEvents);
        this.secrets = both.stream()
                .map(scope -> new AccountSecretOperations(store, scope, accounts, accountEvents))
                .toList();
        this.accountAccessLists = both.stream()
                .map(scope -> new AccountAccessListOperations(store, scope, lists, use, accountEvents))
                .toList();
        this.bootstrap = new FirstCredentials(clock, keys, accounts, memberships);
    }

    /** Whether a store holds anything that only the master key opens. */
    public static boolean hasEncryptedData(Store store) {
        return store.read(handle -> handle.select(
                                "SELECT (SELECT count(*) FROM api_key) + (SELECT count(*) FROM signing_key)")
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** The filter that finds out who calls. */
    public RequestFilter authenticate() {
        return authenticate;
    }

    /** What 401 answers challenge with. */
    public Challenger challenger() {
        return challenger;
    }

    /** Who keeps the roles that callers hold in projects. */
    public ProjectMembership membership() {
        return memberships;
    }

    /** Who makes the credentials of new organizations. */
    public OrganizationCredentialsInitializer credentialsInitializer() {
        return new CredentialsInitializer(organizationKeys, organizationAccounts, memberships);
    }

    /** The maker of the first credentials. */
    public FirstCredentials bootstrap() {
        return bootstrap;
    }

    /** Declares the operations on tokens, API keys and service accounts. */
    public void declare(Operations api) {
        oauth.declare(api);
        organizationKeys.declare(api);
        keyAccessLists.declare(api);
        projectKeys.declare(api);
        organizationAccounts.declare(api);
        projectAccounts.declare(api);
        secrets.forEach(operations -> operations.declare(api));
        accountAccessLists.forEach(operations -> operations.declare(api));
    }

    /** Writes what is still counted in memory only. To be closed before the store. */
    @Override
    public void close() {
        use.write();
    }

    /** What Digest needs: nonces of all nodes under one key, or of this process alone, forgotten with its uses. */
    private record DigestParts(Nonces nonces, NonceUses uses) {

        static DigestParts of(Store store, Clock clock, MasterKey masterKey, AccessSettings settings) {
            CredentialMaker maker = new CredentialMaker();
            if (store.isShared()) {
                SecretKeySpec key = masterKey.derive("digest nonces");
                Nonces nonces = new Nonces(key, maker::serial, clock, settings.nonceLifetime());
                return new DigestParts(nonces, new NonceUsesInStore(store, clock));
            }
            SecretKeySpec key = new SecretKeySpec(maker.bytes(MasterKey.LENGTH), "HmacSHA256");
            NonceUsesInMemory uses = new NonceUsesInMemory(clock, settings.nonceLifetime());
            return new DigestParts(new Nonces(key, uses, clock, settings.nonceLifetime()), uses);
        }
    }
}
