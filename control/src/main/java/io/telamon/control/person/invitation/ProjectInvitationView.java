package io.telamon.control.person.invitation;

import io.telamon.control.api.Role;
import java.time.Instant;
import java.util.List;

/** A pending invitation to a project as the API shows it. */
record ProjectInvitationView(
        Instant createdAt,
        Instant expiresAt,
        String groupId,
        String groupName,
        String id,
        String inviterUsername,
        List<Role> roles,
        String username) {

    static ProjectInvitationView of(ProjectInvitation invitation, String projectName) {
        return new ProjectInvitationView(
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.projectId().value(),
                projectName,
                invitation.id(),
                invitation.inviterUsername(),
                invitation.roles(),
                invitation.username());
    }
}
