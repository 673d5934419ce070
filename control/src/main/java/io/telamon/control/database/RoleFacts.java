package io.telamon.control.database;

import io.telamon.control.store.StoredAsJson;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.directory.RoleGrant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A custom role as the API shows it and as it is stored. */
@StoredAsJson
public record RoleFacts(List<PermittedAction> actions, List<InheritedRole> inheritedRoles, String roleName) {

    /** The kind of its documents. */
    static final String KIND = "custom-role";

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
     * What an action is allowed on: the cluster, or a collection of a database.
     *
     * @param collection empty for every collection, and absent where the database has a name
     * @param db empty for every database
     */
    @Valid
    public record PermittedResource(
            @Nullable Boolean cluster,
            @Nullable @Size(max = 255) String collection,
            @Nullable @Size(max = 64) String db) {

        /** What is meant, or nothing when too little is said: that must never be taken for everything. */
        Optional<Resource> resource() {
            if (Boolean.TRUE.equals(cluster)) {
                return Optional.of(new Resource.Cluster());
            }
            return missing().isPresent() ? Optional.empty() : Optional.of(inDatabases());
        }

        private Resource inDatabases() {
            String database = Objects.requireNonNullElse(db, "");
            String name = Objects.requireNonNullElse(collection, "");
            if (!name.isEmpty()) {
                return new Resource.Collection(database, name);
            }
            return database.isEmpty() ? new Resource.AnyDatabase() : new Resource.Database(database);
        }

        /** The attribute without which it is not known what is meant. Recorded answers name a database alone. */
        Optional<String> missing() {
            if (Boolean.TRUE.equals(cluster)) {
                return Optional.empty();
            }
            if (db == null) {
                return Optional.of("db");
            }
            return collection == null && db.isEmpty() ? Optional.of("collection") : Optional.empty();
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
                on.resource()
                        .ifPresent(resource -> privileges.add(new Privilege(resource, Set.of(permitted.action()))));
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
