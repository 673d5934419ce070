package io.telamon.gateway.access;

import io.telamon.gateway.spi.Action;
import io.telamon.gateway.spi.Privilege;
import io.telamon.gateway.spi.Resource;
import io.telamon.gateway.spi.RoleGrant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roles every project has: what each allows where it is granted, and what it allows on the cluster. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are
enum BuiltInRole {
    READ("read", RoleActions.READING, RoleActions.NONE),
    READ_WRITE("readWrite", RoleActions.READING_AND_WRITING, RoleActions.NONE),
    DB_ADMIN("dbAdmin", RoleActions.ADMINISTERING, RoleActions.NONE),
    READ_ANY_DATABASE("readAnyDatabase", RoleActions.READING, RoleActions.LISTING),
    READ_WRITE_ANY_DATABASE("readWriteAnyDatabase", RoleActions.READING_AND_WRITING, RoleActions.LISTING),
    DB_ADMIN_ANY_DATABASE("dbAdminAnyDatabase", RoleActions.ADMINISTERING, RoleActions.LISTING),
    CLUSTER_MONITOR("clusterMonitor", RoleActions.MEASURING, RoleActions.MONITORING),
    BACKUP("backup", RoleActions.MEASURING_AND_READING, RoleActions.LISTING),
    SHARDING("enableSharding", Set.of(Action.ENABLE_SHARDING), RoleActions.NONE),
    ATLAS_ADMIN("atlasAdmin", RoleActions.EVERYTHING_IN_DATABASES, RoleActions.MONITORING_AND_KILLING),
    KILL_OP_SESSION("killOpSession", RoleActions.NONE, RoleActions.KILLING),
    AUTO_COMPACT("autoCompact", Set.of(Action.COMPACT), RoleActions.NONE);

    private final String roleName;
    private final Set<Action> inDatabases;
    private final Set<Action> onCluster;

    BuiltInRole(String roleName, Set<Action> inDatabases, Set<Action> onCluster) {
        this.roleName = roleName;
        this.inDatabases = inDatabases;
        this.onCluster = onCluster;
    }

    static Optional<BuiltInRole> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.roleName.equals(name))
                .findFirst();
    }

    /** What the role allows as granted. */
    Stream<Privilege> privileges(RoleGrant grant) {
        return Stream.of(new Privilege(place(grant), inDatabases), new Privilege(new Resource.Cluster(), onCluster));
    }

    private Resource place(RoleGrant grant) {
        return switch (this) {
            case READ, READ_WRITE, DB_ADMIN -> limited(grant);
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
