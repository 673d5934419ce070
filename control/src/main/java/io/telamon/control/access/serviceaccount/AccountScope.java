package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.api.Scopes;
import io.telamon.control.event.Event;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** From where service accounts are reached: from their organization, or from a project that they have a role in. */
sealed interface AccountScope {

    /** The id of the organization or project that the path names. */
    ScopeId id(Call<?> call);

    /** The id of the organization. */
    OrganizationId organizationId(Call<?> call);

    /** An event of the scope. */
    Event event(Call<?> call, String type);

    /** Whether the account is in the scope. */
    boolean has(Handle handle, Call<?> call, ServiceAccount account);

    /** A page of the accounts in the scope. */
    Page<ServiceAccount> accounts(Handle handle, Call<?> call);

    /**
     * Refuses roles that are not held in the scope.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_ADD_GROUP_ROLE} or
     *     {@link ErrorCode#CANNOT_ADD_ORG_ROLE}
     */
    void requireRoles(List<Role> roles);

    /**
     * The account that the path names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    default ServiceAccount account(Handle handle, Call<?> call) {
        ClientId clientId = new ClientId(call.path("clientId"));
        return ServiceAccountTable.find(handle, clientId)
                .filter(account -> has(handle, call, account))
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(clientId));
    }

    /**
     * The account that the path names, for a caller who is about to change it.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}, {@link ErrorCode#ACCESS_FORBIDDEN}
     *     when the account holds a role anywhere that the caller does not hold
     */
    default ServiceAccount changeable(Handle handle, Call<?> call) {
        ServiceAccount account = account(handle, call);
        RoleRules.requireAllRolesOf(handle, call.caller(), account.principal());
        return account;
    }

    /** The organization. */
    record OfOrganization() implements AccountScope {

        @Override
        public ScopeId id(Call<?> call) {
            return ScopeId.of(call.organizationId());
        }

        @Override
        public OrganizationId organizationId(Call<?> call) {
            return call.organizationId();
        }

        @Override
        public Event event(Call<?> call, String type) {
            return Event.inOrganization(call.organizationId(), call, type);
        }

        @Override
        public boolean has(Handle handle, Call<?> call, ServiceAccount account) {
            return account.organizationId().equals(call.organizationId());
        }

        @Override
        public Page<ServiceAccount> accounts(Handle handle, Call<?> call) {
            return ServiceAccountTable.ROWS.inOrganization(handle, call.organizationId(), call.page());
        }

        @Override
        public void requireRoles(List<Role> roles) {
            RoleRules.requireOrganizational(roles);
        }
    }

    /** A project. */
    record OfProject(Scopes scopes) implements AccountScope {

        @Override
        public ScopeId id(Call<?> call) {
            return ScopeId.of(call.projectId());
        }

        @Override
        public OrganizationId organizationId(Call<?> call) {
            return scopes.organizationOfProject(call.projectId())
                    .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(call.projectId()));
        }

        @Override
        public Event event(Call<?> call, String type) {
            return Event.inProject(call.projectId(), organizationId(call), call, type);
        }

        @Override
        public boolean has(Handle handle, Call<?> call, ServiceAccount account) {
            return GrantTable.holdsAnyIn(handle, account.id(), ScopeId.of(call.projectId()));
        }

        @Override
        public Page<ServiceAccount> accounts(Handle handle, Call<?> call) {
            return ServiceAccountTable.ROWS.inProject(handle, call.projectId(), call.page());
        }

        @Override
        public void requireRoles(List<Role> roles) {
            RoleRules.requireOfProject(roles);
        }
    }
}
