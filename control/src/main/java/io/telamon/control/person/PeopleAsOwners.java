package io.telamon.control.person;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.api.Caller;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.organization.OrganizationOwners;
import io.telamon.control.project.ProjectMembership;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Optional;

/** Gives each new organization and project an owner who is a person. */
public final class PeopleAsOwners implements OrganizationOwners, ProjectMembership {

    private final People people;
    private final Memberships memberships;

    /** The owners among these people. */
    public PeopleAsOwners(People people, Memberships memberships) {
        this.people = people;
        this.memberships = memberships;
    }

    @Override
    public void add(
            Transaction transaction,
            OrganizationId organizationId,
            OrganizationId origin,
            Optional<PrincipalId> person) {
        chosen(transaction, origin, person)
                .ifPresent(member -> people.join(transaction, organizationId, member.username(), Role.ORG_OWNER));
    }

    @Override
    public void removeAll(Transaction transaction, OrganizationId organizationId) {
        people.removeAll(transaction, organizationId);
    }

    @Override
    public void own(Transaction transaction, Caller creator, ProjectId projectId) {
        memberships.own(transaction, creator, projectId);
    }

    @Override
    public void ownByPerson(
            Transaction transaction, ProjectId projectId, OrganizationId organizationId, Optional<PrincipalId> person) {
        chosen(transaction, organizationId, person)
                .ifPresent(member -> memberships.add(
                        transaction, member.principal(), ScopeId.of(projectId), List.of(Role.GROUP_OWNER)));
    }

    private static Optional<Member> chosen(
            Transaction transaction, OrganizationId organizationId, Optional<PrincipalId> person) {
        return person.map(id -> People.requireActive(transaction.handle(), organizationId, id))
                .or(() -> People.oldestOwner(transaction.handle(), organizationId));
    }
}
