package io.telamon.control.person.invitation;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.RecordArguments;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of invitations to projects. */
final class ProjectInvitationTable {

    private static final String OF_PROJECT = "SELECT * FROM project_invitation WHERE project_id = :projectId";
    private static final String IN_ORGANIZATION = """
            SELECT * FROM project_invitation
            WHERE project_id IN (SELECT id FROM project WHERE organization_id = :organizationId)""";

    private ProjectInvitationTable() {}

    /** Inserts an invitation, unless the project has one for that name; whether it did. */
    static boolean insert(Handle handle, ProjectInvitation invitation) {
        return handle.createUpdate("""
                        INSERT INTO project_invitation
                            (id, project_id, username, inviter_username, roles, created_at, expires_at)
                        VALUES (:id, :projectId, :username, :inviterUsername, :roles, :createdAt, :expiresAt)
                        ON CONFLICT DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(invitation))
                        .execute()
                == 1;
    }

    static void setRoles(Handle handle, ProjectInvitation invitation) {
        handle.createUpdate("UPDATE project_invitation SET roles = :roles WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(invitation))
                .execute();
    }

    static void delete(Handle handle, ProjectInvitation invitation) {
        handle.createUpdate("DELETE FROM project_invitation WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(invitation))
                .execute();
    }

    /** The invitations to a project, the oldest first. */
    static List<ProjectInvitation> all(Handle handle, ProjectId projectId) {
        return handle.createQuery(OF_PROJECT + " ORDER BY id")
                .bind("projectId", projectId)
                .mapTo(ProjectInvitation.class)
                .list();
    }

    static Optional<ProjectInvitation> find(Handle handle, ProjectId projectId, String id) {
        return handle.createQuery(OF_PROJECT + " AND id = :id")
                .bind("projectId", projectId)
                .bind("id", id)
                .mapTo(ProjectInvitation.class)
                .findOne();
    }

    static Optional<ProjectInvitation> findByName(Handle handle, ProjectId projectId, String username) {
        return handle.createQuery(OF_PROJECT + " AND lower(username) = lower(:username)")
                .bind("projectId", projectId)
                .bind("username", username)
                .mapTo(ProjectInvitation.class)
                .findOne();
    }

    /** An invitation to any project of an organization. */
    static Optional<ProjectInvitation> find(Handle handle, OrganizationId organizationId, String id) {
        return handle.createQuery(IN_ORGANIZATION + " AND id = :id")
                .bind("organizationId", organizationId)
                .bind("id", id)
                .mapTo(ProjectInvitation.class)
                .findOne();
    }

    /** The invitations of a name to projects of an organization. */
    static List<ProjectInvitation> ofName(Handle handle, OrganizationId organizationId, String username) {
        return handle.createQuery(IN_ORGANIZATION + " AND lower(username) = lower(:username) ORDER BY id")
                .bind("organizationId", organizationId)
                .bind("username", username)
                .mapTo(ProjectInvitation.class)
                .list();
    }

    static Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return handle.createQuery(
                        "SELECT expires_at FROM project_invitation WHERE project_id = :projectId ORDER BY expires_at LIMIT 1")
                .bind("projectId", projectId)
                .mapTo(Instant.class)
                .findOne();
    }
}
