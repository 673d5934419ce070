package io.telamon.control.person;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** People as members of organizations: how they come in and leave. Changes lock the organization. */
public final class People {

    /** How long an invitation can be accepted. */
    public static final Duration INVITATION_LIFE = Duration.ofDays(30);

    /** Members, the invited too, that an organization may have. */
    private static final int MOST = 500;

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final Organizations organizations;
    private final Memberships memberships;

    /** The members of these organizations. */
    public People(ObjectIdGenerator ids, Clock clock, Organizations organizations, Memberships memberships) {
        this.ids = ids;
        this.clock = clock;
        this.organizations = organizations;
        this.memberships = memberships;
    }

    /** A member of an organization, active or invited. */
    public static Optional<Member> find(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return MemberTable.find(handle, organizationId, id);
    }

    /** A member of an organization, active or invited, by email address. */
    public static Optional<Member> findByName(Handle handle, OrganizationId organizationId, String username) {
        return MemberTable.findByName(handle, organizationId, username);
    }

    /** The member with an invitation to an organization. */
    public static Optional<Member> findByInvitation(Handle handle, OrganizationId organizationId, String invitation) {
        return MemberTable.findByInvitation(handle, organizationId, invitation);
    }

    /**
     * A member of an organization, active or invited.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#USER_NOT_FOUND}
     */
    public static Member require(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return find(handle, organizationId, id).orElseThrow(() -> ErrorCode.USER_NOT_FOUND.about(id));
    }

    /**
     * An active member of an organization.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#USER_NOT_FOUND}
     */
    public static Member requireActive(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return find(handle, organizationId, id)
                .filter(member -> !member.isPending())
                .orElseThrow(() -> ErrorCode.USER_NOT_FOUND.about(id));
    }

    /** The members of an organization, active and invited, the oldest person first. */
    public static List<Member> all(Handle handle, OrganizationId organizationId) {
        return MemberTable.all(handle, organizationId);
    }

    /** The active owner of an organization who has been a person for the longest time. */
    public static Optional<Member> oldestOwner(Handle handle, OrganizationId organizationId) {
        return MemberTable.oldestOwner(handle, organizationId);
    }

    /**
     * Keeps others from changing who is in the organization before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}
     */
    public void lock(Transaction transaction, OrganizationId organizationId) {
        organizations.lockExclusive(transaction, organizationId);
    }

    /** Makes somebody, with an account that may be new, an active member of an organization with a role in it. */
    public Member join(Transaction transaction, OrganizationId organizationId, String username, Role role) {
        Member member = Member.active(account(transaction, username, Profile.of(username)), organizationId);
        insert(transaction, member);
        memberships.add(transaction, member.principal(), ScopeId.of(organizationId), List.of(role));
        return member;
    }

    /**
     * Invites somebody to an organization, without any role as yet.
     *
     * @param inviter the name of who invites
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_USERNAME}, {@link ErrorCode#USER_ALREADY_EXISTS}
     *     for who is a member or invited, {@link ErrorCode#MAX_USERS_PER_ORG_EXCEEDED}
     */
    public Member invite(Transaction transaction, OrganizationId organizationId, String username, String inviter) {
        EmailAddress.require(username);
        organizations.lockExclusive(transaction, organizationId);
        Instant now = now();
        Member member = new Member(
                person(transaction, username),
                organizationId,
                Optional.of(ids.next()),
                Optional.of(inviter),
                Optional.of(now),
                Optional.of(now.plus(INVITATION_LIFE)));
        insert(transaction, member);
        return member;
    }

    /** Makes an active member of who is invited. */
    public Member accept(Transaction transaction, Member member) {
        Person person = account(transaction, member.username(), Profile.of(member.username()));
        MemberTable.activate(transaction.handle(), member);
        return Member.active(person, member.organizationId());
    }

    /**
     * Removes a member with all roles in the organization and its projects, and from its teams.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DELETE_LAST_ADMIN}
     */
    public void remove(Transaction transaction, Member member) {
        memberships.requireAnotherOwner(transaction, member.principal(), ErrorCode.CANNOT_DELETE_LAST_ADMIN);
        memberships.removeAll(transaction, member.principal());
        TeamMembers.removeFromAll(transaction.handle(), member);
        MemberTable.delete(transaction.handle(), member);
        PersonTable.deleteIfUnknown(transaction.handle(), member.id());
    }

    /** Removes all members of an organization that is being deleted. Their accounts stay. */
    void removeAll(Transaction transaction, OrganizationId organizationId) {
        for (Member member : MemberTable.all(transaction.handle(), organizationId)) {
            memberships.removeAll(transaction, member.principal());
            MemberTable.delete(transaction.handle(), member);
            PersonTable.deleteIfUnknown(transaction.handle(), member.id());
        }
    }

    /** The person of that name with an account, which is made where there is none; the person logs in with it. */
    Person account(Transaction transaction, String username, Profile profile) {
        Person before = person(transaction, username);
        Person after = before.with(before.hasAccount() ? Profile.of(before) : profile, now());
        PersonTable.update(transaction.handle(), after);
        return after;
    }

    private Person person(Transaction transaction, String username) {
        Person fresh = new Person(
                new PrincipalId(ids.next()),
                username,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.empty());
        return PersonTable.insert(transaction.handle(), fresh)
                ? fresh
                : PersonTable.findByName(transaction.handle(), username).orElseThrow();
    }

    private void insert(Transaction transaction, Member member) {
        OrganizationId organizationId = member.organizationId();
        organizations.lockExclusive(transaction, organizationId);
        boolean added = MemberTable.insert(transaction.handle(), member);
        ErrorCode.USER_ALREADY_EXISTS.refuseIf(!added, member.username());
        ErrorCode.MAX_USERS_PER_ORG_EXCEEDED.refuseIf(
                MemberTable.count(transaction.handle(), organizationId) > MOST, organizationId, MOST);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
