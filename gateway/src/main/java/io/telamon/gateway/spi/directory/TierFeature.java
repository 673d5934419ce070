package io.telamon.gateway.spi.directory;

/** Something that the gateway offers to the clients of some tiers and not to those of others. */
public enum TierFeature {
    /** Compressed messages (OP_COMPRESSED), agreed on in {@code hello}; without it, they end the connection. */
    COMPRESSION,
    /** The option {@code collation} of commands, of their statements and of indexes; without it, it is refused. */
    COLLATION,
    /** A write concern whose {@code w} is a number above 1; without it, it is refused. */
    WRITE_CONCERN_MEMBERS,
    /** Capped collections; without it, creating and converting to one is refused. */
    CAPPED_COLLECTIONS,
    /**
     * Reading the oplog and {@code system.replset} of the database {@code local}, which is answered that they are not implemented; without it, it is
     * refused.
     */
    OPLOG,
    /** The stages {@code $changeStream} and {@code $changeStreamSplitLargeEvent}; without it, they are refused. */
    CHANGE_STREAMS,
    /** The stage {@code $out}; without it, it is refused. */
    OUT,
    /** The stages {@code $search}, {@code $searchMeta} and {@code $vectorSearch}; without it, they are refused. */
    SEARCH,
    /**
     * Any filter on the names of namespaces. Without it, the {@code ns.db} of a change stream can be compared by strings and regular
     * expressions only.
     */
    NAMESPACE_FILTERS,
    /** A threshold for slow operations that follows what operations of the cluster take; without it, it is 100 ms. */
    MANAGED_SLOW_MS,
    /** Logs without the values that clients send; without it, they have them. */
    REDACTED_LOGS,
    /** The option {@code allowDiskUse}; without it, it is ignored. */
    DISK_USE,
    /** {@code $where}, {@code $function} and {@code $accumulator}, as far as the engine has them; without it, they are refused. */
    SERVER_SIDE_JAVASCRIPT,
    /** The variable {@code $$USER_ROLES}, as far as the engine has it; without it, it is refused. */
    USER_ROLES,
    /**
     * The proxy before the clusters of shared tiers: it answers {@code atlasVersion}, and refuses users and commands by 8000
     * {@code AtlasError}, and cursors without timeout. Without it, MongoDB's own codes are answered: 18 for a failed authentication, 13 for what is not allowed.
     */
    TIER_PROXY
}
