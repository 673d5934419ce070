package io.telamon.gateway.spi.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one list of the names that the service has for roles, which custom roles therefore cannot have. What each allows is
 * the gateway's matter, who may be given it that of the control plane.
 */
public enum BuiltInRoleName {
    /** Everything in databases, and the watching and killing of what runs. */
    ATLAS_ADMIN("atlasAdmin", Use.ON_ADMIN),
    /** What a backup reads. */
    BACKUP("backup", Use.ON_ADMIN),
    /** What monitoring reads. */
    CLUSTER_MONITOR("clusterMonitor", Use.ON_ADMIN),
    /** The administration of one database. */
    DB_ADMIN("dbAdmin", Use.ON_DATABASES),
    /** The administration of every database. */
    DB_ADMIN_ANY_DATABASE("dbAdminAnyDatabase", Use.ON_ADMIN),
    /** Sharding. */
    ENABLE_SHARDING("enableSharding", Use.ON_ADMIN),
    /** Reading one database or collection. */
    READ("read", Use.ON_COLLECTIONS),
    /** Reading every database. */
    READ_ANY_DATABASE("readAnyDatabase", Use.ON_ADMIN),
    /** Reading and writing one database or collection. */
    READ_WRITE("readWrite", Use.ON_COLLECTIONS),
    /** Reading and writing every database. */
    READ_WRITE_ANY_DATABASE("readWriteAnyDatabase", Use.ON_ADMIN),
    /** Compaction in the background. */
    AUTO_COMPACT("autoCompact", Use.IN_CUSTOM_ROLES),
    /** Seeing and killing operations and sessions. */
    KILL_OP_SESSION("killOpSession", Use.IN_CUSTOM_ROLES),
    /** The settings of the balancer of sharded clusters. */
    MANAGE_SHARD_BALANCER("manageShardBalancer", Use.IN_CUSTOM_ROLES);

    /** Where a role can be granted. */
    public enum Use {
        /** On any database, or one of its collections. */
        ON_COLLECTIONS,
        /** On any database. */
        ON_DATABASES,
        /** On {@code admin}, for the whole cluster. */
        ON_ADMIN,
        /** Not to users: custom roles inherit it, on {@code admin}. */
        IN_CUSTOM_ROLES
    }

    private final String text;
    private final Use use;

    BuiltInRoleName(String text, Use use) {
        this.text = text;
        this.use = use;
    }

    /** The role that is called so. */
    public static Optional<BuiltInRoleName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }

    /** The name as the API spells it. */
    public String text() {
        return text;
    }

    /** Where it can be granted. */
    public Use use() {
        return use;
    }
}
