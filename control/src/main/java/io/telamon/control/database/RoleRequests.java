package io.telamon.control.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients send of custom roles. */
public final class RoleRequests {

    private RoleRequests() {}

    /** A new custom role. */
    @Valid
    public record CustomRoleCreate(
            @Nullable List<RoleFacts.@Valid PermittedAction> actions,
            @Nullable List<RoleFacts.@Valid InheritedRole> inheritedRoles,
            @NotBlank String roleName) {}

    /** Changes of a custom role; what is not there stays as it is. */
    @Valid
    public record CustomRoleUpdate(
            @Nullable List<RoleFacts.@Valid PermittedAction> actions,
            @Nullable List<RoleFacts.@Valid InheritedRole> inheritedRoles) {}
}
