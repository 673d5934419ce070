package io.telamon.control.database;

import io.telamon.gateway.spi.Action;
import io.telamon.gateway.spi.CustomRole;
import io.telamon.gateway.spi.Privilege;
import io.telamon.gateway.spi.Resource;
import io.telamon.gateway.spi.RoleGrant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A custom role as the API shows it. */
public record RoleFacts(List<PermittedAction> actions, List<InheritedRole> inheritedRoles, String roleName) {

    public RoleFacts {
        actions = List.copyOf(actions);
        inheritedRoles = List.copyOf(inheritedRoles);
    }

    /** An action and what it is allowed on. */
    @Valid
    public record PermittedAction(
            @NotNull Action action,
            @Nullable @Size(max = 1000) List<@Valid PermittedResource> resources) {}

    /**
     * What an action is allowed on.
     *
     * @param db empty, together with the collection, for every database
     */
    @Valid
    public record PermittedResource(
            @Nullable Boolean cluster,
            @Nullable @Size(max = 255) String collection,
            @Nullable @Size(max = 64) String db) {

        Resource resource() {
            String database = Objects.requireNonNullElse(db, "");
            String name = Objects.requireNonNullElse(collection, "");
            if (Boolean.TRUE.equals(cluster)) {
                return new Resource.Cluster();
            }
            if (!name.isEmpty()) {
                return new Resource.Collection(database, name);
            }
            return database.isEmpty() ? new Resource.AnyDatabase() : new Resource.Database(database);
        }
    }

    /** A role whose privileges are taken over. */
    @Valid
    public record InheritedRole(
            @NotBlank String db, @NotBlank String role) {}

    CustomRole role() {
        List<Privilege> privileges = new ArrayList<>();
        for (PermittedAction permitted : actions) {
            for (PermittedResource on :
                    Objects.requireNonNullElse(permitted.resources(), List.<PermittedResource>of())) {
                privileges.add(new Privilege(on.resource(), Set.of(permitted.action())));
            }
        }
        return new CustomRole(
                roleName,
                privileges,
                inheritedRoles.stream()
                        .map(inherited -> new RoleGrant(inherited.role(), inherited.db()))
                        .toList());
    }
}
