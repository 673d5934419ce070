package io.telamon.gateway.spi.directory;

/** Something a privilege allows. The constants are named as the API names them, {@link #command()} as the database does. */
public enum Action {
    FIND("find"),
    INSERT("insert"),
    REMOVE("remove"),
    UPDATE("update"),
    BYPASS_DOCUMENT_VALIDATION("bypassDocumentValidation"),
    USE_UUID("useUUID"),
    KILL_OP("killop"),
    BYPASS_DEFAULT_MAX_TIME_MS("bypassDefaultMaxTimeMS"),
    CREATE_COLLECTION("createCollection"),
    CREATE_INDEX("createIndex"),
    DROP_COLLECTION("dropCollection"),
    ENABLE_PROFILER("enableProfiler"),
    KILL_ANY_CURSOR("killAnyCursor"),
    CHANGE_STREAM("changeStream"),
    COLL_MOD("collMod"),
    COMPACT("compact"),
    CONVERT_TO_CAPPED("convertToCapped"),
    DROP_DATABASE("dropDatabase"),
    DROP_INDEX("dropIndex"),
    RE_INDEX("reIndex"),
    RENAME_COLLECTION_SAME_DB("renameCollectionSameDB"),
    SET_USER_WRITE_BLOCK("setUserWriteBlock"),
    BYPASS_USER_WRITE_BLOCK("bypassUserWriteBlock"),
    LIST_SESSIONS("listSessions"),
    KILL_ANY_SESSION("killAnySession"),
    COLL_STATS("collStats"),
    CONN_POOL_STATS("connPoolStats"),
    DB_HASH("dbHash"),
    DB_STATS("dbStats"),
    GET_CMD_LINE_OPTS("getCmdLineOpts"),
    GET_LOG("getLog"),
    GET_PARAMETER("getParameter"),
    GET_SHARD_MAP("getShardMap"),
    HOST_INFO("hostInfo"),
    IN_PROG("inprog"),
    LIST_DATABASES("listDatabases"),
    LIST_COLLECTIONS("listCollections"),
    LIST_INDEXES("listIndexes"),
    LIST_SHARDS("listShards"),
    NET_STAT("netstat"),
    REPL_SET_GET_CONFIG("replSetGetConfig"),
    REPL_SET_GET_STATUS("replSetGetStatus"),
    SERVER_STATUS("serverStatus"),
    VALIDATE("validate"),
    SHARDING_STATE("shardingState"),
    TOP("top"),
    SQL_GET_SCHEMA("sqlGetSchema"),
    SQL_SET_SCHEMA("sqlSetSchema"),
    VIEW_ALL_HISTORY("viewAllHistory"),
    OUT_TO_S3("outToS3"),
    OUT_TO_AZURE("outToAzure"),
    OUT_TO_GCS("outToGcs"),
    STORAGE_GET_CONFIG("storageGetConfig"),
    STORAGE_SET_CONFIG("storageSetConfig"),
    FLUSH_ROUTER_CONFIG("flushRouterConfig"),
    ENABLE_SHARDING("enableSharding"),
    CHECK_METADATA_CONSISTENCY("checkMetadataConsistency"),
    MOVE_CHUNK("moveChunk"),
    SPLIT_CHUNK("splitChunk"),
    ANALYZE_SHARD_KEY("analyzeShardKey"),
    REFINE_COLLECTION_SHARD_KEY("refineCollectionShardKey"),
    CLEAR_JUMBO_FLAG("clearJumboFlag"),
    RESHARD_COLLECTION("reshardCollection"),
    SHARDED_DATA_DISTRIBUTION("shardedDataDistribution");

    private final String command;

    Action(String command) {
        this.command = command;
    }

    /** The name by which the database's own errors call this action. */
    public String command() {
        return command;
    }
}
