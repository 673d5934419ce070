package io.telamon.control.person;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A person as a member of an organization: active, or with an invitation that is not accepted yet.
 *
 * @param invitationId 24 hexadecimal digits; nothing, as all that is told of the invitation, of who is active
 * @param inviterUsername the email address, public key or client id of who sent it
 * @param expiresAt the moment from which on it cannot be accepted
 */
public record Member(
        @Nested Person person,
        OrganizationId organizationId,
        Optional<String> invitationId,
        Optional<String> inviterUsername,
        Optional<Instant> invitedAt,
        Optional<Instant> expiresAt) {

    /** Who is active. */
    static Member active(Person person, OrganizationId organizationId) {
        return new Member(
                person, organizationId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The id of the person. */
    public PrincipalId id() {
        return person.id();
    }

    /** The email address of the person. */
    public String username() {
        return person.username();
    }

    /** Whether the invitation is not accepted yet. */
    public boolean isPending() {
        return invitationId.isPresent();
    }

    /** The member as a holder of roles. */
    public ApiPrincipal principal() {
        return person.in(organizationId);
    }
}
