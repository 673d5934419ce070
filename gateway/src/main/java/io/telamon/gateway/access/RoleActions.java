package io.telamon.gateway.access;

import io.telamon.gateway.spi.directory.Action;
import java.util.EnumSet;
import java.util.Set;

/** The sets of actions that built-in roles are made of. */
final class RoleActions {

    static final Set<Action> NONE = Set.of();

    static final Set<Action> READING = Set.of(
            Action.FIND,
            Action.CHANGE_STREAM,
            Action.COLL_STATS,
            Action.DB_HASH,
            Action.DB_STATS,
            Action.LIST_COLLECTIONS,
            Action.LIST_INDEXES);

    static final Set<Action> WRITING = Set.of(
            Action.INSERT,
            Action.UPDATE,
            Action.REMOVE,
            Action.CREATE_COLLECTION,
            Action.DROP_COLLECTION,
            Action.CREATE_INDEX,
            Action.DROP_INDEX,
            Action.CONVERT_TO_CAPPED,
            Action.RENAME_COLLECTION_SAME_DB);

    static final Set<Action> READING_AND_WRITING = both(READING, WRITING);

    static final Set<Action> ADMINISTERING = Set.of(
            Action.BYPASS_DOCUMENT_VALIDATION,
            Action.COLL_MOD,
            Action.COLL_STATS,
            Action.COMPACT,
            Action.CONVERT_TO_CAPPED,
            Action.CREATE_COLLECTION,
            Action.CREATE_INDEX,
            Action.DB_STATS,
            Action.DROP_COLLECTION,
            Action.DROP_DATABASE,
            Action.DROP_INDEX,
            Action.ENABLE_PROFILER,
            Action.LIST_COLLECTIONS,
            Action.LIST_INDEXES,
            Action.RE_INDEX,
            Action.RENAME_COLLECTION_SAME_DB,
            Action.VALIDATE);

    static final Set<Action> EVERYTHING_IN_DATABASES = both(READING_AND_WRITING, ADMINISTERING);

    static final Set<Action> MEASURING =
            Set.of(Action.COLL_STATS, Action.DB_STATS, Action.LIST_COLLECTIONS, Action.LIST_INDEXES);

    static final Set<Action> MEASURING_AND_READING = both(READING, MEASURING);

    static final Set<Action> LISTING = Set.of(Action.LIST_DATABASES);

    static final Set<Action> MONITORING = Set.of(
            Action.CONN_POOL_STATS,
            Action.GET_CMD_LINE_OPTS,
            Action.GET_LOG,
            Action.GET_PARAMETER,
            Action.GET_SHARD_MAP,
            Action.HOST_INFO,
            Action.IN_PROG,
            Action.LIST_DATABASES,
            Action.LIST_SESSIONS,
            Action.LIST_SHARDS,
            Action.NET_STAT,
            Action.REPL_SET_GET_CONFIG,
            Action.REPL_SET_GET_STATUS,
            Action.SERVER_STATUS,
            Action.SHARDING_STATE,
            Action.TOP);

    static final Set<Action> KILLING = Set.of(
            Action.IN_PROG, Action.KILL_OP, Action.KILL_ANY_SESSION, Action.KILL_ANY_CURSOR, Action.LIST_SESSIONS);

    static final Set<Action> MONITORING_AND_KILLING =
            both(both(MONITORING, KILLING), Set.of(Action.BYPASS_DEFAULT_MAX_TIME_MS));

    private RoleActions() {}

    private static Set<Action> both(Set<Action> some, Set<Action> others) {
        EnumSet<Action> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
