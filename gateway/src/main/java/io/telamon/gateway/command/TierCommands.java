package io.telamon.gateway.command;

import java.util.Set;

/** The commands that MongoDB has and the tiers do not offer: they are refused by name rather than unknown. */
final class TierCommands {

    private static final String NAMES = """
            _migrateClone _recvChunkAbort _recvChunkCommit _recvChunkStart _recvChunkStatus _transferMods
            appendOplogNote applyOps authenticate authSchemaUpgrade autoCompact cleanupOrphaned cloneCollection
            cloneCollectionAsCapped compact connPoolStats copydbgetnonce copydbsaslstart createRole createUser
            currentOpCtx dataSize dbHash dropAllRolesFromDatabase dropAllUsersFromDatabase
            dropConnections dropRole enableFreeMonitoring forcerror fsync fsyncUnlock getCmdLineOpts
            getDiagnosticData getPrevError getShardMap grantPrivilegesToRole grantRolesToRole grantRolesToUser
            handshake hostInfo invalidateUserCache killAllSessions killAllSessionsByPattern killAnySession
            killSessions lockInfo logApplicationMessage logRotate mapReduce planCacheClear planCacheClearFilters
            planCacheListFilters planCacheListPlans planCacheListQueryShapes planCacheSetFilter profile reIndex
            repairCursor repairDatabase replSetDeclareElectionWinner replSetElect replSetFreeze replSetFresh
            replSetGetConfig replSetGetRBID replSetGetStatus replSetHeartbeat replSetInitiate replSetMaintenance
            replSetReconfig replSetRequestVotes replSetStepDown replSetStepUp replSetSyncFrom
            replSetUpdatePosition resync revokePrivilegesFromRole revokeRolesFromRole revokeRolesFromUser
            setClusterParameter setFeatureCompatibilityVersion setLogLevel setParameter setProfilingLevel
            shardedFinish shutdown top updateRole updateUser usersInfo validate
            """;

    private static final Set<String> REFUSED = Set.of(NAMES.strip().split("\\s+"));

    private TierCommands() {}

    static boolean refuse(String command) {
        return REFUSED.contains(command);
    }
}
