package io.telamon.control.organization;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** The people who own organizations. */
public interface OrganizationOwners {

    /**
     * Makes a person the owner of a new organization.
     *
     * @param origin the organization of who creates it
     * @param person an active member of that; without one, its oldest owner
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#USER_NOT_FOUND} when there is no
     *     such member
     */
    void add(
            Transaction transaction,
            OrganizationId organizationId,
            OrganizationId origin,
            Optional<PrincipalId> person);

    /** Removes the members of an organization that is being deleted. */
    void removeAll(Transaction transaction, OrganizationId organizationId);
}
