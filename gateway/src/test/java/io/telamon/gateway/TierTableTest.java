package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.net.ConnectionTimeouts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that the documentation of flex clusters lists as not supported is refused by the error of the tier. */
class TierTableTest {

    private static final String NOT_SUPPORTED = """
            _migrateClone _recvChunkAbort _recvChunkCommit _recvChunkStart _recvChunkStatus _transferMods appendOplogNote applyOps
            authSchemaUpgrade authenticate autoCompact cleanupOrphaned cloneCollection cloneCollectionAsCapped compact copydbgetnonce
            copydbsaslstart createRole createUser currentOpCtx dataSize dbHash dropAllRolesFromDatabase dropAllUsersFromDatabase
            dropConnections dropRole enableFreeMonitoring forcerror fsync fsyncUnlock getDiagnosticData getPrevError getShardMap
            grantPrivilegesToRole grantRolesToRole grantRolesToUser handshake hostInfo invalidateUserCache killAllSessions
            killAllSessionsByPattern killAnySession killSessions lockInfo logApplicationMessage logRotate mapReduce planCacheClear
            planCacheClearFilters planCacheListFilters planCacheListPlans planCacheListQueryShapes planCacheSetFilter reIndex
            repairCursor repairDatabase replSetDeclareElectionWinner replSetElect replSetFreeze replSetFresh replSetGetConfig
            replSetGetRBID replSetGetStatus replSetHeartbeat replSetInitiate replSetMaintenance replSetReconfig replSetRequestVotes
            replSetStepDown replSetStepUp replSetSyncFrom replSetUpdatePosition resync revokePrivilegesFromRole revokeRolesFromRole
            revokeRolesFromUser setClusterParameter setFeatureCompatibilityVersion setLogLevel setParameter setProfilingLevel
            shardedFinish shutdown updateRole updateUser usersInfo validate
            """;

    @Test
    void refusesEveryCommandThatIsListed() throws IOException {
        List<String> taken = new ArrayList<>();
        try (World world = new World();
                RawClient client = new RawClient(world.port).login("admin")) {
            for (String command : NOT_SUPPORTED.strip().split("\\s+", -1)) {
                BsonDocument error = client.command("admin", new BsonDocument(command, new BsonInt32(1)));
                if (!new BsonInt32(8000).equals(error.get("code"))) {
                    taken.add(command + ": " + error);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{aggregate: 'c', pipeline: [{$currentOp: {}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$listLocalSessions: {}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$listSessions: {}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$planCacheStats: {}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$project: {a: {$function: {}}}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$group: {_id: 1, a: {$accumulator: {}}}}], cursor: {}}",
                "{distinct: 'c', key: 'a', query: {$where: '1'}}",
                "{count: 'c', query: {$where: '1'}}",
                "{findAndModify: 'c', query: {$expr: '$$USER_ROLES'}, remove: true}",
                "{update: 'c', updates: [{q: {$expr: '$$USER_ROLES'}, u: {a: 1}}]}",
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {'ns.db': {$in: ['a', 'b']}}}], cursor: {}}",
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {$or: [{'ns.db': {$ne: 'a'}}]}}], cursor: {}}"
            })
    void refusesStagesAndOperatorsThatAreListed(String command) throws IOException {
        assertThat(flex("shop", command).get("code")).isEqualTo(new BsonInt32(8000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {'ns.db': 'a'}}], cursor: {}}",
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {'ns.db': /^a/}}], cursor: {}}",
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {'ns.db': {$regex: '^a'}}}], cursor: {}}",
                "{aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {operationType: {$in: ['insert']}}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$match: {'ns.db': {$in: ['a']}}}], cursor: {}}"
            })
    void takesFiltersOfChangesThatNameADatabaseByStringOrPattern(String command) throws IOException {
        assertThat(flex("shop", command)).doesNotContainKey("errmsg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{aggregate: 'oplog.rs', pipeline: [], cursor: {}}",
                "{distinct: 'oplog.rs', key: 'ns'}",
                "{explain: {find: 'oplog.rs'}}",
                "{find: 'system.replset'}"
            })
    void refusesOtherReadsOfLocalThanFindAndCount(String command) throws IOException {
        assertThat(flex("local", command).get("code")).isEqualTo(new BsonInt32(8000));
    }

    @Test
    void letsNoPipelineReachTheOplog() throws IOException {
        String lookup =
                "{aggregate: 'c', pipeline: [{$lookup: {from: {db: 'local', coll: 'oplog.rs'}, as: 'o'}}], cursor: {}}";

        assertThat(flex("shop", lookup).get("code")).isEqualTo(new BsonInt32(8000));
    }

    @ParameterizedTest
    @CsvSource({"FLEX, true, false", "FLEX, 1, 0", "FLEX, 1.5, 0.0", "SERVERLESS, true, true"})
    void ignoresDiskUseOnFlexAlone(TestTier kind, String sent, String run) throws IOException {
        BsonValue expected = BsonDocument.parse("{a: " + run + "}").get("a");
        try (World world = new World(kind, ConnectionTimeouts.usual())) {
            in(world, "shop", "{find: 'c', allowDiskUse: " + sent + "}");
            assertThat(world.engine.last.get("allowDiskUse")).isEqualTo(expected);

            in(world, "shop", "{aggregate: 'c', allowDiskUse: " + sent + ", pipeline: [], cursor: {}}");
            assertThat(world.engine.last.get("allowDiskUse")).isEqualTo(expected);

            in(world, "shop", "{explain: {find: 'c', allowDiskUse: " + sent + "}}");
            assertThat(world.engine.last.getDocument("explain").get("allowDiskUse"))
                    .isEqualTo(expected);
        }
    }

    private static BsonDocument flex(String database, String command) throws IOException {
        try (World world = new World()) {
            return in(world, database, command);
        }
    }

    private static BsonDocument in(World world, String database, String command) throws IOException {
        try (RawClient client = new RawClient(world.port).login("admin")) {
            return client.command(database, command);
        }
    }
}
