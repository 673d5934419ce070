package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How clusters behind the proxy of shared tiers answer, and how others do. */
class TierProxyTest {

    private static final Set<TierFeature> WITHOUT = EnumSet.complementOf(EnumSet.of(TierFeature.TIER_PROXY));

    /** Commands of the MongoDB manual, "Database Commands", by its sections. */
    private static final String COMMANDS = """
            aggregate count distinct mapReduce
            bulkWrite delete find findAndModify getMore insert update
            planCacheClear planCacheClearFilters planCacheListFilters planCacheSetFilter removeQuerySettings setQuerySettings
            authenticate logout createUser dropAllUsersFromDatabase dropUser grantRolesToUser revokeRolesFromUser
            updateUser usersInfo createRole dropRole dropAllRolesFromDatabase grantPrivilegesToRole grantRolesToRole invalidateUserCache
            revokePrivilegesFromRole revokeRolesFromRole rolesInfo updateRole appendOplogNote applyOps hello replSetAbortPrimaryCatchUp
            replSetFreeze replSetGetConfig replSetGetStatus replSetInitiate replSetMaintenance replSetReconfig replSetResizeOplog
            replSetStepDown replSetSyncFrom abortMoveCollection abortReshardCollection abortUnshardCollection addShard addShardToZone
            analyzeShardKey balancerCollectionStatus balancerStart balancerStatus balancerStop checkShardingIndex clearJumboFlag
            cleanupOrphaned cleanupReshardCollection commitReshardCollection configureQueryAnalyzer enableSharding flushRouterConfig
            getShardMap getShardVersion isdbgrid listShards medianKey moveChunk moveCollection movePrimary moveRange mergeChunks
            refineCollectionShardKey removeShard removeShardFromZone reshardCollection setAllowMigrations setShardVersion shardCollection
            shardingState split splitVector transitionFromDedicatedConfigServer transitionToDedicatedConfigServer unsetSharding
            unshardCollection updateZoneKeyRange abortTransaction commitTransaction endSessions killAllSessions killAllSessionsByPattern
            killSessions refreshSessions startSession autoCompact cloneCollectionAsCapped collMod compact
            compactStructuredEncryptionData convertToCapped create createIndexes currentOp drop dropDatabase dropConnections dropIndexes
            filemd5 fsync fsyncUnlock getAuditConfig getClusterParameter getDefaultRWConcern getParameter killCursors killOp
            listCollections listDatabases listIndexes logRotate reIndex renameCollection rotateCertificates setAuditConfig
            setFeatureCompatibilityVersion setIndexCommitQuorum setClusterParameter setDefaultRWConcern setParameter
            setUserWriteBlockMode shutdown buildInfo collStats connPoolStats connectionStatus cursorInfo dataSize dbHash dbStats
            driverOIDTest explain features getCmdLineOpts getLog hostInfo listCommands lockInfo netstat ping profile serverStatus
            shardConnPoolStats top validate validateDBMetadata whatsmyuri logApplicationMessage getFreeMonitoringStatus
            setFreeMonitoring createSearchIndexes dropSearchIndex listSearchIndexes updateSearchIndex _configsvrAddShard
            """;

    private World shared;
    private World other;

    @BeforeEach
    void start() throws Exception {
        shared = new World();
        other = new World(WITHOUT, TierLimits.none(), ConnectionTimeouts.usual());
        shared.user("reader", new RoleGrant("read", "shop"));
        other.user("reader", new RoleGrant("read", "shop"));
    }

    @AfterEach
    void stop() {
        shared.close();
        other.close();
    }

    @Test
    void refusesWrongPasswords() throws IOException {
        assertError(wrongPassword(shared), 8000, "AtlasError", "bad auth : Authentication failed.");
        assertError(wrongPassword(other), 18, "AuthenticationFailed", "Authentication failed.");
    }

    @Test
    void refusesWhatRolesDoNotAllow() throws IOException {
        String insert = "{insert: 'orders', documents: [{_id: 1}]}";
        String message = "user is not allowed to do action [insert] on [shop.orders]";

        assertError(as(shared, "reader", "shop", insert), 8000, "AtlasError", message);
        assertError(as(other, "reader", "shop", insert), 13, "Unauthorized", message);
    }

    @Test
    void refusesWhatNobodyServes() throws IOException {
        String sessions = "{aggregate: 'orders', pipeline: [{$planCacheStats: {}}], cursor: {}}";
        String endless = "{find: 'orders', noCursorTimeout: true}";

        assertError(
                as(shared, "reader", "shop", sessions),
                8000,
                "AtlasError",
                "$planCacheStats is not allowed in this atlas tier");
        assertError(as(other, "reader", "shop", sessions), 238, "NotImplemented", "$planCacheStats is not served here");
        assertError(
                as(shared, "reader", "shop", endless),
                8000,
                "AtlasError",
                "noTimeout cursors are disallowed in this atlas tier");
        assertThat(as(other, "reader", "shop", endless)).doesNotContainKey("errmsg");
    }

    @Test
    void showsTheCommandThatIsRefusedOnAdmin() throws IOException {
        String find = "{find: 'system.version'}";

        assertThat(as(shared, "admin", "admin", find).getString("errmsg").getValue())
                .startsWith("(Unauthorized) not authorized on admin to execute command {\"find\": \"system.version\"");
        assertThat(as(shared, "admin", "admin", find).get("code")).isEqualTo(new BsonInt32(8000));
        assertThat(as(other, "admin", "admin", find).getString("errmsg").getValue())
                .startsWith("not authorized on admin to execute command");
        assertThat(as(other, "admin", "admin", find).get("code")).isEqualTo(new BsonInt32(13));
    }

    @Test
    void tellsItsVersionToWhoeverLooksForAtlas() throws IOException {
        assertThat(as(shared, "reader", "admin", "{atlasVersion: 1}")
                        .getString("atlasVersion")
                        .getValue())
                .matches("\\d{8}\\.0\\.0\\.\\d+");
        assertThat(as(other, "reader", "admin", "{atlasVersion: 1}").get("code"))
                .isEqualTo(new BsonInt32(59));
    }

    @Test
    void knowsEveryCommandThatThereIs() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (RawClient client = new RawClient(shared.port).login("admin")) {
            for (String command : COMMANDS.strip().split("\\s+", -1)) {
                if (command.equals("logout")) {
                    continue; // of the user who asks
                }
                BsonDocument reply = client.command("admin", new BsonDocument(command, new BsonInt32(1)));
                if (new BsonInt32(59).equals(reply.get("code"))) {
                    unknown.add(command);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void refusesCommandsThatTheTierDoesNotOffer() throws IOException {
        assertError(as(shared, "admin", "admin", "{rolesInfo: 1}"), 8000, "AtlasError", "CMD_NOT_ALLOWED: rolesInfo");
        assertError(
                as(other, "admin", "admin", "{rolesInfo: 1}"),
                13,
                "Unauthorized",
                "not authorized on admin to execute command rolesInfo");
    }

    @Test
    void listsItsCommands() throws IOException {
        BsonDocument commands =
                as(shared, "reader", "shop", "{listCommands: 1}").getDocument("commands");

        assertThat(commands).containsKeys("find", "hello", "listCommands").doesNotContainKey("rolesInfo");
        assertThat(commands.getDocument("find").getBoolean("requiresAuth").getValue())
                .isTrue();
        assertThat(commands.getDocument("hello").getBoolean("requiresAuth").getValue())
                .isFalse();
    }

    @Test
    void startsSessions() throws IOException {
        BsonDocument first = as(shared, "reader", "shop", "{startSession: 1}").getDocument("id");
        BsonDocument second = as(shared, "reader", "shop", "{startSession: 1}").getDocument("id");

        assertThat(first.getBinary("id").asUuid())
                .isNotEqualTo(second.getBinary("id").asUuid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{aggregate: 'c', pipeline: [{$listSearchIndexes: {}}], cursor: {}}",
                "{listSearchIndexes: 'c'}",
                "{createSearchIndexes: 'c', indexes: []}"
            })
    void saysThatThereIsNoSearch(String command) throws IOException {
        assertThat(as(shared, "admin", "shop", command).get("code")).isEqualTo(new BsonInt32(31082));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{find: 'oplog.rs'}", "{count: 'oplog.rs'}", "{count: 'system.replset'}"})
    void doesNotShowAnOplogThatNobodyKeeps(String command) throws IOException {
        assertThat(as(shared, "admin", "local", command).get("code")).isEqualTo(new BsonInt32(238));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverStatus: 1", "getLog: 'global'"})
    void refusesOnAdminWhatItAnswersItselfInTheSameWords(String command) throws IOException {
        shared.user("reader", new RoleGrant("read", "shop"));

        BsonDocument onAdmin = as(shared, "reader", "admin", "{" + command + "}");
        BsonDocument elsewhere = as(shared, "reader", "shop", "{" + command + "}");

        assertThat(onAdmin.get("code")).isEqualTo(new BsonInt32(8000));
        assertThat(onAdmin.getString("errmsg").getValue())
                .startsWith("(Unauthorized) not authorized on admin to execute command {");
        assertThat(elsewhere.getString("errmsg").getValue()).startsWith("user is not allowed to do action [");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ping: 1} | 40571", "{ping: 1, $db: 1} | 14", "{ping: 1, $db: ''} | 73", "{hello: 1} | 40571"})
    void wantsADatabase(String message, int code) throws IOException {
        try (RawClient client = new RawClient(shared.port)) {
            client.send(RawClient.message(0, io.telamon.gateway.wire.Bson.encode(BsonDocument.parse(message))));

            assertThat(client.receive().document().get("code")).isEqualTo(new BsonInt32(code));
        }
    }

    private static BsonDocument wrongPassword(World world) throws IOException {
        try (RawClient client = new RawClient(world.port)) {
            String challenge = client.challenge("nobody");
            return client.prove("nobody", challenge);
        }
    }

    private static void assertError(BsonDocument error, int code, String codeName, String message) {
        assertThat(error.getInt32("code").getValue()).isEqualTo(code);
        assertThat(error.getString("codeName").getValue()).isEqualTo(codeName);
        assertThat(error.getString("errmsg").getValue()).isEqualTo(message);
    }

    private static BsonDocument as(World world, String user, String database, String command) throws IOException {
        try (RawClient client = new RawClient(world.port).login(user)) {
            return client.command(database, command);
        }
    }
}
