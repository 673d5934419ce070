package io.telamon.control.person;

import io.telamon.control.api.Role;
import io.telamon.gateway.model.ProjectId;
import java.util.List;

/** The roles that somebody is to have in a project. */
public record ProjectRoles(ProjectId projectId, List<Role> roles) {

    /** With a copy of the roles. */
    public ProjectRoles {
        roles = List.copyOf(roles);
    }
}
