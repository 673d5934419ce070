package io.telamon.control.project;

import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** A team that a client adds to a project, with the roles that its members get there. */
@Valid
public record TeamRole(
        @NotNull @Size(min = 1, message = "must have at least one role") @ColumnName("roles")
        List<Role> roleNames,

        @NotNull @Pattern(regexp = "[a-f0-9]{24}", message = "must be 24 hexadecimal digits")
        String teamId) {}
