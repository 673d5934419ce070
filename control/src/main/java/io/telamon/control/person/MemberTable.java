package io.telamon.control.person;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.RecordArguments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the members of organizations. Lists have the oldest person first. */
final class MemberTable {

    private static final String SELECT = """
            SELECT p.*, m.organization_id, m.invitation_id, m.inviter_username, m.invited_at, m.expires_at
            FROM organization_member m JOIN person p ON p.id = m.person_id WHERE m.organization_id = :organizationId""";

    private MemberTable() {}

    /** Inserts a member, unless the person is one; whether it did. */
    static boolean insert(Handle handle, Member member) {
        return handle.createUpdate("""
                        INSERT INTO organization_member
                            (organization_id, person_id, invitation_id, inviter_username, invited_at, expires_at)
                        VALUES (:organizationId, :person.id, :invitationId, :inviterUsername, :invitedAt, :expiresAt)
                        ON CONFLICT (organization_id, person_id) DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(member))
                        .execute()
                == 1;
    }

    /** Takes the invitation off a member. */
    static void activate(Handle handle, Member member) {
        handle.createUpdate("""
                        UPDATE organization_member SET invitation_id = NULL, inviter_username = NULL, invited_at = NULL,
                            expires_at = NULL
                        WHERE organization_id = :organizationId AND person_id = :person.id""")
                .bindNamedArgumentFinder(RecordArguments.of(member))
                .execute();
    }

    static void delete(Handle handle, Member member) {
        handle.createUpdate(
                        "DELETE FROM organization_member WHERE organization_id = :organizationId AND person_id = :person.id")
                .bindNamedArgumentFinder(RecordArguments.of(member))
                .execute();
    }

    static List<Member> all(Handle handle, OrganizationId organizationId) {
        return handle.createQuery(SELECT + " ORDER BY p.id")
                .bind("organizationId", organizationId)
                .mapTo(Member.class)
                .list();
    }

    static Optional<Member> find(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return findOne(handle, organizationId, " AND p.id = :value", id.value());
    }

    static Optional<Member> findByName(Handle handle, OrganizationId organizationId, String username) {
        return findOne(handle, organizationId, " AND lower(p.username) = lower(:value)", username);
    }

    static Optional<Member> findByInvitation(Handle handle, OrganizationId organizationId, String invitation) {
        return findOne(handle, organizationId, " AND m.invitation_id = :value", invitation);
    }

    static long count(Handle handle, OrganizationId organizationId) {
        return handle.createQuery("SELECT count(*) FROM organization_member WHERE organization_id = :organizationId")
                .bind("organizationId", organizationId)
                .mapTo(Long.class)
                .one();
    }

    /** The active owner who has been a person for the longest time. */
    static Optional<Member> oldestOwner(Handle handle, OrganizationId organizationId) {
        return handle.createQuery(SELECT + """
                         AND m.invitation_id IS NULL AND EXISTS (SELECT 1 FROM role_grant g
                            WHERE g.holder_id = p.id AND g.scope_id = m.organization_id AND g.role = 'ORG_OWNER')
                        ORDER BY p.id LIMIT 1""")
                .bind("organizationId", organizationId)
                .mapTo(Member.class)
                .findOne();
    }

    /** The moment at which the next invitation of the organization expires. */
    static Optional<Instant> nextExpiry(Handle handle, OrganizationId organizationId) {
        return handle.createQuery("""
                        SELECT expires_at FROM organization_member
                        WHERE organization_id = :organizationId AND expires_at IS NOT NULL ORDER BY expires_at LIMIT 1""")
                .bind("organizationId", organizationId)
                .mapTo(Instant.class)
                .findOne();
    }

    private static Optional<Member> findOne(
            Handle handle, OrganizationId organizationId, String condition, String value) {
        return handle.createQuery(SELECT + condition)
                .bind("organizationId", organizationId)
                .bind("value", value)
                .mapTo(Member.class)
                .findOne();
    }
}
