package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.list.AccessLists;
import io.telamon.control.api.Call;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Scopes;
import io.telamon.control.event.EventLog;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;

/** The operations on service accounts, their secrets and their access lists, put together. */
public final class ServiceAccountOperations {

    private final OrganizationAccountOperations ofOrganizations;
    private final ProjectAccountOperations ofProjects;
    private final List<AccountDetailOperations> details;
    private final List<AccountSecretOperations> secrets;
    private final List<AccountAccessListOperations> accessLists;

    /**
     * The operations on these accounts.
     *
     * @param scopes which organization a project belongs to
     */
    public ServiceAccountOperations(
            Store store,
            Scopes scopes,
            ServiceAccounts accounts,
            Memberships memberships,
            AccessLists lists,
            EventLog log) {
        AccountEvents events = new AccountEvents(log);
        AccountScope.OfOrganization organization = new AccountScope.OfOrganization();
        AccountScope.OfProject project = new AccountScope.OfProject(scopes);
        List<AccountScope> both = List.of(organization, project);
        this.ofOrganizations = new OrganizationAccountOperations(store, organization, accounts, memberships, events);
        this.ofProjects = new ProjectAccountOperations(store, project, accounts, memberships, events);
        this.details = both.stream()
                .map(scope -> new AccountDetailOperations(store, scope, memberships, events))
                .toList();
        this.secrets = both.stream()
                .map(scope -> new AccountSecretOperations(store, scope, accounts, events))
                .toList();
        this.accessLists = both.stream()
                .map(scope -> new AccountAccessListOperations(store, scope, lists, events))
                .toList();
    }

    /** Declares the operations. */
    public void bind(Operations api) {
        ofOrganizations.bind(api);
        ofProjects.bind(api);
        details.forEach(operations -> operations.bind(api));
        secrets.forEach(operations -> operations.bind(api));
        accessLists.forEach(operations -> operations.bind(api));
    }

    /**
     * Makes an account with a secret, and with roles in an organization.
     *
     * @return the account as the API shows it this once, with the value of its secret
     * @throws io.telamon.control.api.ApiException when the organization has as many accounts as it may, or the secret
     *     would be good for longer or shorter than it allows
     */
    public Object create(
            Transaction transaction, Call<?> call, OrganizationId organizationId, AccountRequests.Create request) {
        return ofOrganizations.create(transaction, call, organizationId, request);
    }
}
