package io.telamon.gateway.access;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.BuiltInRoleName;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.directory.RoleGrant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roles and sets of privileges every project has: what each allows where it is granted, and what it allows on the cluster. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are
enum BuiltInRole {
    READ(BuiltInRoleName.READ, RoleActions.READING, RoleActions.NONE),
    READ_WRITE(BuiltInRoleName.READ_WRITE, RoleActions.READING_AND_WRITING, RoleActions.NONE),
    DB_ADMIN(BuiltInRoleName.DB_ADMIN, RoleActions.ADMINISTERING, RoleActions.NONE),
    READ_ANY_DATABASE(BuiltInRoleName.READ_ANY_DATABASE, RoleActions.READING, RoleActions.LISTING),
    READ_WRITE_ANY_DATABASE(
            BuiltInRoleName.READ_WRITE_ANY_DATABASE, RoleActions.READING_AND_WRITING, RoleActions.LISTING),
    DB_ADMIN_ANY_DATABASE(BuiltInRoleName.DB_ADMIN_ANY_DATABASE, RoleActions.ADMINISTERING, RoleActions.LISTING),
    CLUSTER_MONITOR(BuiltInRoleName.CLUSTER_MONITOR, RoleActions.MEASURING, RoleActions.MONITORING),
    BACKUP(BuiltInRoleName.BACKUP, RoleActions.MEASURING_AND_READING, RoleActions.LISTING),
    SHARDING(BuiltInRoleName.ENABLE_SHARDING, Set.of(Action.ENABLE_SHARDING), RoleActions.NONE),
    ATLAS_ADMIN(BuiltInRoleName.ATLAS_ADMIN, RoleActions.EVERYTHING_IN_DATABASES, RoleActions.MONITORING_AND_KILLING),
    KILL_OP_SESSION(BuiltInRoleName.KILL_OP_SESSION, RoleActions.NONE, RoleActions.KILLING),
    AUTO_COMPACT(BuiltInRoleName.AUTO_COMPACT, Set.of(Action.COMPACT), RoleActions.NONE),
    MANAGE_SHARD_BALANCER(
            BuiltInRoleName.MANAGE_SHARD_BALANCER, Set.of(Action.FIND, Action.INSERT, Action.UPDATE), RoleActions.NONE);

    private final BuiltInRoleName roleName;
    private final Set<Action> inDatabases;
    private final Set<Action> onCluster;

    BuiltInRole(BuiltInRoleName roleName, Set<Action> inDatabases, Set<Action> onCluster) {
        this.roleName = roleName;
        this.inDatabases = inDatabases;
        this.onCluster = onCluster;
    }

    static Optional<BuiltInRole> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.roleName.text().equals(name))
                .findFirst();
    }

    /** What the role allows as granted. */
    Stream<Privilege> privileges(RoleGrant grant) {
        return Stream.of(new Privilege(place(grant), inDatabases), new Privilege(new Resource.Cluster(), onCluster));
    }

    private Resource place(RoleGrant grant) {
        return switch (this) {
            case READ, READ_WRITE, DB_ADMIN -> limited(grant);
            case MANAGE_SHARD_BALANCER -> new Resource.Collection("config", "settings");
            default -> new Resource.AnyDatabase();
        };
    }

    private static Resource limited(RoleGrant grant) {
        String collection = grant.collection().orElse("");
        return collection.isEmpty()
                ? new Resource.Database(grant.database())
                : new Resource.Collection(grant.database(), collection);
    }
}
