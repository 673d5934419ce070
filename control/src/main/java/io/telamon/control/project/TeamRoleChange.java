package io.telamon.control.project;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The new roles of a team in a project. The path names the team, whatever the body says. */
@Valid
@ReadOnly("teamId")
public record TeamRoleChange(
        @NotNull @Size(min = 1, message = "must have at least one role")
        List<Role> roleNames) {}
