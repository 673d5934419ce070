package io.telamon.gateway.command;

import java.util.Set;

/**
 * The commands that MongoDB has (its manual, "Database Commands", and the internal ones) and the tiers do not offer: they are refused by name
 * rather than unknown.
 */
final class TierCommands {

    private static final String NAMES = """
            _isSelf _mergeAuthzCollections _migrateClone _recvChunkAbort _recvChunkCommit _recvChunkStart
            _recvChunkStatus _transferMods abortMoveCollection abortReshardCollection abortShardDraining
            abortUnshardCollection addShard addShardToZone analyzeShardKey appendOplogNote applyOps authenticate
            authSchemaUpgrade autoCompact balancerCollectionStatus balancerStart balancerStatus balancerStop
            checkMetadataConsistency checkShardingIndex cleanupOrphaned cleanupReshardCollection
            cleanupStructuredEncryptionData clearJumboFlag clone cloneCollection cloneCollectionAsCapped
            clusterAbortTransaction clusterAggregate clusterCommitTransaction clusterCount clusterDelete clusterFind
            clusterGetMore clusterInsert clusterUpdate commitReshardCollection commitShardRemoval compact
            compactStructuredEncryptionData configureQueryAnalyzer connPoolStats connPoolSync
            coordinateCommitTransaction copydbgetnonce copydbsaslstart createRole createUser currentOpCtx cursorInfo
            dataSize dbCheck dbHash driverOIDTest dropAllRolesFromDatabase dropAllUsersFromDatabase dropConnections
            dropRole dropUser enableFreeMonitoring enableSharding exportCollection features filemd5 flushRouterConfig
            forcerror fsync fsyncUnlock getAuditConfig getChangeStreamState getClusterParameter getCmdLineOpts
            getDatabaseVersion getDefaultRWConcern getDiagnosticData getFreeMonitoringStatus getPrevError
            getQueryableEncryptionCountInfo getShardMap getShardVersion getTransitionToDedicatedConfigServerStatus
            grantPrivilegesToRole grantRolesToRole grantRolesToUser handshake hostInfo importCollection
            internalRenameIfOptionsAndIndexesMatch invalidateUserCache isdbgrid killAllSessions killAllSessionsByPattern
            killAnySession killSessions listShards lockInfo logApplicationMessage logRotate mapReduce medianKey
            mergeAllChunksOnShard mergeChunks moveChunk moveCollection movePrimary moveRange netstat oidcListKeys
            oidcRefreshKeys planCacheClear planCacheClearFilters planCacheListFilters planCacheListPlans
            planCacheListQueryShapes planCacheSetFilter prepareTransaction profile refineCollectionShardKey reIndex
            releaseMemory removeQuerySettings removeShard removeShardFromZone repairCursor repairDatabase
            replSetAbortPrimaryCatchUp replSetDeclareElectionWinner replSetElect replSetFreeze replSetFresh
            replSetGetConfig replSetGetRBID replSetGetStatus replSetHeartbeat replSetInitiate replSetMaintenance
            replSetReconfig replSetRequestVotes replSetResizeOplog replSetStepDown replSetStepUp replSetSyncFrom
            replSetUpdatePosition resetPlacementHistory reshardCollection resync revokePrivilegesFromRole
            revokeRolesFromRole revokeRolesFromUser rolesInfo rotateCertificates rotateFTDC setAllowMigrations
            setAuditConfig setChangeStreamState setClusterParameter setDefaultRWConcern setFeatureCompatibilityVersion
            setFreeMonitoring setIndexCommitQuorum setLogLevel setParameter setProfilingFilterGlobally setProfilingLevel
            setQuerySettings setShardVersion setUserWriteBlockMode shardCollection shardConnPoolStats
            shardDrainingStatus shardedFinish shardingState shutdown split splitChunk splitVector startShardDraining
            startTrafficRecording startTransitionToDedicatedConfigServer stopShardDraining stopTrafficRecording
            stopTransitionToDedicatedConfigServer top transitionFromDedicatedConfigServer
            transitionToDedicatedConfigServer unsetSharding unshardCollection untrackUnshardedCollection updateRole
            updateUser updateZoneKeyRange usersInfo validate validateDBMetadata voteAbortIndexBuild voteCommitIndexBuild
            """;

    private static final Set<String> REFUSED = Set.of(NAMES.strip().split("\\s+"));

    /** Commands with which the members of sharded clusters talk to each other. */
    private static final Set<String> INTERNAL = Set.of("_configsvr", "_shardsvr", "_flush", "_recvChunk");

    private TierCommands() {}

    static boolean refuse(String command) {
        return REFUSED.contains(command) || INTERNAL.stream().anyMatch(command::startsWith);
    }
}
