package io.telamon.control.person.invitation;

import io.telamon.control.api.Role;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * A pending invitation to a project. It is none to the organization, and its roles are nobody's until it is accepted.
 *
 * @param id 24 hexadecimal digits
 * @param inviterUsername the public key or client id of who sent it
 */
record ProjectInvitation(
        String id,
        ProjectId projectId,
        String username,
        String inviterUsername,
        List<Role> roles,
        Instant createdAt,
        Instant expiresAt) {

    ProjectInvitation {
        roles = List.copyOf(roles);
    }

    ProjectInvitation with(List<Role> others) {
        return new ProjectInvitation(id, projectId, username, inviterUsername, others, createdAt, expiresAt);
    }
}
