package io.telamon.control.access.apikey;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.list.AccessLists;
import io.telamon.control.api.Call;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.api.Scopes;
import io.telamon.control.event.EventLog;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;

/** The operations on API keys and their access lists, put together. */
public final class ApiKeyOperations {

    private final OrganizationApiKeyOperations ofOrganizations;
    private final ProjectApiKeyOperations ofProjects;
    private final ApiKeyAccessListOperations accessLists;

    /**
     * The operations on these keys.
     *
     * @param scopes which organization a project belongs to
     */
    public ApiKeyOperations(
            Store store, Scopes scopes, ApiKeys keys, Memberships memberships, AccessLists lists, EventLog log) {
        ApiKeyEvents events = new ApiKeyEvents(log);
        this.ofOrganizations = new OrganizationApiKeyOperations(store, keys, memberships, events);
        this.ofProjects = new ProjectApiKeyOperations(store, scopes, keys, memberships, events);
        this.accessLists = new ApiKeyAccessListOperations(store, lists, events);
    }

    /** Declares the operations. */
    public void bind(Operations api) {
        ofOrganizations.bind(api);
        accessLists.bind(api);
        ofProjects.bind(api);
    }

    /**
     * Makes a key with roles in an organization.
     *
     * @return the key as the API shows it this once, with its private half
     * @throws io.telamon.control.api.ApiException when the organization has as many keys as it may
     */
    public Object create(
            Transaction transaction,
            Call<?> call,
            OrganizationId organizationId,
            String description,
            List<Role> roles) {
        return ofOrganizations.create(transaction, call, organizationId, description, roles);
    }
}
