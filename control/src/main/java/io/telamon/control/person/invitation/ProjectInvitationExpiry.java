package io.telamon.control.person.invitation;

import io.telamon.control.work.Expiration;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Removes invitations to projects that are not accepted in time. */
final class ProjectInvitationExpiry implements Expiration.Resources {

    static final String KIND = "project-invitation";

    @Override
    public Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return ProjectInvitationTable.nextExpiry(handle, projectId);
    }

    @Override
    public void removeExpired(ProjectUnitOfWork unit, Instant now) {
        ProjectInvitationTable.all(unit.handle(), unit.projectId()).stream()
                .filter(invitation -> !invitation.expiresAt().isAfter(now))
                .forEach(invitation -> {
                    ProjectInvitationTable.delete(unit.handle(), invitation);
                    unit.append("GROUP_INVITATION_DELETED", Map.of("targetUsername", invitation.username()));
                });
    }
}
