package io.telamon.control.access;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.Transaction;

/** Sees to it that an organization keeps an owner, be it an API key or a service account. */
final class OrganizationOwners {

    private final Organizations organizations;

    OrganizationOwners(Organizations organizations) {
        this.organizations = organizations;
    }

    /**
     * Refuses to take the role of an owner from the holder when nobody else in its organization has it. No other
     * transaction takes it from anybody there before this one ends.
     *
     * @param refusal what the API answers then
     * @throws io.telamon.control.api.ApiException the refusal
     */
    void requireAnother(Transaction transaction, ApiActor holder, ErrorCode refusal) {
        organizations.lockExclusive(transaction, holder.organizationId());
        var owners = GrantTable.holdersInOrganization(transaction.handle(), holder.organizationId(), Role.ORG_OWNER);
        if (owners.contains(holder.id()) && owners.size() == 1) {
            throw refusal.about();
        }
    }
}
