package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.engine.Namespace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, whatever the command calls it. */
class AuthorizationTest {

    private static World world;

    @BeforeAll
    static void start() throws IOException {
        world = new World();
        world.user("reader", new RoleGrant("read", "shop"));
        world.user("writer", new RoleGrant("readWrite", "shop"));
        world.user("clerk", new RoleGrant("readWrite", "shop", Optional.of("orders")));
        world.user("viewer", new RoleGrant("dbAdmin", "shop"), new RoleGrant("read", "shop", Optional.of("orders")));
        world.user("anyReader", new RoleGrant("readAnyDatabase", "admin"));
        world.user("nothing");
        for (String collection : List.of("orders", "stock")) {
            world.engine.data(World.CLUSTER).put(new Namespace("shop", collection), new CopyOnWriteArrayList<>());
        }
        world.engine.data(World.CLUSTER).put(new Namespace("bank", "accounts"), new CopyOnWriteArrayList<>());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static BsonDocument as(String user, String database, String command) throws IOException {
        try (RawClient client = new RawClient(world.port).login(user)) {
            return client.command(database, command);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reader | {find: 'orders'}",
                "reader | {aggregate: 'orders', pipeline: [{$lookup: {from: 'stock', as: 's', pipeline: []}}], cursor: {}}",
                "reader | {listCollections: 1}",
                "reader | {listIndexes: 'orders'}",
                "reader | {explain: {find: 'orders'}}",
                "reader | {dbStats: 1}",
                "writer | {insert: 'orders', documents: [{_id: 1}]}",
                "writer | {update: 'orders', updates: [{q: {}, u: {$set: {a: 1}}, upsert: true}]}",
                "writer | {aggregate: 'orders', pipeline: [{$out: 'copy'}], cursor: {}}",
                "writer | {drop: 'copy'}",
                "clerk  | {insert: 'orders', documents: [{_id: 2}]}",
                "clerk  | {find: 'orders'}",
                "anyReader | {find: 'orders'}"
            })
    void allowsWhatTheRolesAllow(String user, String command) throws IOException {
        assertThat(as(user, "shop", command)).doesNotContainKey("errmsg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | {find: 'orders'} | find | shop.orders",
                "reader | {insert: 'orders', documents: [{_id: 1}]} | insert | shop.orders",
                "reader | {delete: 'orders', deletes: [{q: {}, limit: 0}]} | remove | shop.orders",
                "reader | {findAndModify: 'orders', query: {}, remove: true} | remove | shop.orders",
                "reader | {create: 'new'} | createCollection | shop.new",
                "reader | {createIndexes: 'orders', indexes: []} | createIndex | shop.orders",
                "reader | {explain: {update: 'orders', updates: []}} | update | shop.orders",
                "reader | {aggregate: 'orders', pipeline: [{$out: 'copy'}], cursor: {}} | insert | shop.copy",
                "reader | {aggregate: 'orders', pipeline: [{$merge: {into: {db: 'bank', coll: 'b'}}}], cursor: {}} | insert | bank.b",
                "reader | {aggregate: 'orders', pipeline: [{$lookup: {from: {db: 'bank', coll: 'accounts'}, as: 'a'}}], cursor: {}} | find | bank.accounts",
                "writer | {aggregate: 'orders', pipeline: [{$out: {db: 'bank', coll: 'accounts'}}], cursor: {}} | insert | bank.accounts",
                "writer | {dropDatabase: 1} | dropDatabase | shop.",
                "writer | {collMod: 'orders'} | collMod | shop.orders",
                "clerk | {find: 'stock'} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$unionWith: 'stock'}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$unionWith: {coll: 'stock', pipeline: []}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$graphLookup: {from: 'stock'}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$facet: {a: [{$lookup: {from: 'stock', as: 's'}}]}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$lookup: {from: 'orders', as: 'o', pipeline: [{$unionWith: 'stock'}]}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$lookup: {as: 'o', pipeline: [{$unionWith: 'stock'}]}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$unionWith: {pipeline: [{$unionWith: 'stock'}]}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$merge: {into: 'orders', whenMatched: [{$unionWith: 'stock'}]}}], cursor: {}} | find | shop.stock",
                "clerk | {aggregate: 1, pipeline: [{$changeStream: {}}], cursor: {}} | changeStream | shop.",
                "clerk | {create: 'view', viewOn: 'stock', pipeline: []} | find | shop.stock",
                "viewer | {collMod: 'view', viewOn: 'stock', pipeline: []} | find | shop.stock",
                "viewer | {collMod: 'view', viewOn: 'orders', pipeline: [{$unionWith: 'stock'}]} | find | shop.stock",
                "clerk | {aggregate: 'orders', pipeline: [{$rankFusion: {input: {pipelines: {a: [{$unionWith: 'stock'}]}}}}], cursor: {}} | find | shop.stock",
                "clerk | {listCollections: 1} | listCollections | shop.",
                "anyReader | {insert: 'orders', documents: [{_id: 1}]} | insert | shop.orders"
            })
    void refusesWhatTheyDoNot(String user, String command, String action, String namespace) throws IOException {
        BsonDocument error = as(user, "shop", command);

        assertThat(error.get("errmsg"))
                .isEqualTo(new BsonString("user is not allowed to do action [" + action + "] on [" + namespace + "]"));
        assertThat(error.getInt32("code").getValue()).isEqualTo(8000);
        assertThat(error.getString("codeName").getValue()).isEqualTo("AtlasError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{renameCollection: 'shop.orders', to: 'bank.orders'}",
                "{renameCollection: 'bank.accounts', to: 'shop.accounts'}",
                "{bulkWrite: 1, ops: [{insert: 0, document: {}}, {delete: 1, filter: {}}], "
                        + "nsInfo: [{ns: 'shop.orders'}, {ns: 'bank.accounts'}]}",
                "{bulkWrite: 1, ops: [{update: 0, filter: {}, updateMods: {}}], nsInfo: [{ns: 'bank.accounts'}]}"
            })
    void refusesCommandsThatReachIntoAnotherDatabase(String command) throws IOException {
        assertThat(as("writer", "admin", command).getInt32("code").getValue()).isEqualTo(8000);
    }

    @Test
    void letsRenameAndBulkWriteWithinItsDatabase() throws IOException {
        assertThat(as("writer", "admin", "{renameCollection: 'shop.orders', to: 'shop.orders2'}"))
                .doesNotContainKey("errmsg");
        assertThat(as(
                        "writer",
                        "admin",
                        "{bulkWrite: 1, ops: [{insert: 0, document: {}}], nsInfo: [{ns: 'shop.orders'}]}"))
                .doesNotContainKey("errmsg");
    }

    @Test
    void asksStrangersToAuthenticate() throws IOException {
        try (RawClient client = new RawClient(world.port)) {
            BsonDocument error = client.command("shop", "{find: 'orders'}");

            assertThat(error.getInt32("code").getValue()).isEqualTo(13);
            assertThat(error.getString("errmsg").getValue()).contains("requires authentication");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{doesNotExist: 1}", "{Find: 'orders'}", "{eval: 'f'}"})
    void doesNotKnowOtherCommands(String command) throws IOException {
        BsonDocument error = as("admin", "admin", command);

        assertThat(error.getInt32("code").getValue()).isEqualTo(59);
        assertThat(error.getString("codeName").getValue()).isEqualTo("CommandNotFound");
    }

    @Test
    void doesNotKnowOtherStages() throws IOException {
        BsonDocument error = as("admin", "shop", "{aggregate: 'orders', pipeline: [{$magic: {}}], cursor: {}}");

        assertThat(error.getInt32("code").getValue()).isEqualTo(40324);
    }

    @Test
    void namesAStageThatTheTierDoesNotOfferWhateverTheRolesSay() throws IOException {
        BsonDocument error = as("nothing", "admin", "{aggregate: 1, pipeline: [{$currentOp: {}}], cursor: {}}");

        assertThat(error.getInt32("code").getValue()).isEqualTo(8000);
        assertThat(error.getString("errmsg").getValue()).contains("$currentOp");
    }

    @Test
    void refusesTwoStagesInOne() throws IOException {
        BsonDocument error =
                as("reader", "shop", "{aggregate: 'orders', pipeline: [{$limit: 1, $out: 'copy'}], cursor: {}}");

        assertThat(error.getInt32("code").getValue()).isEqualTo(40323);
    }

    @Test
    void refusesCommandsThatSayOneThingTwice() throws IOException {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            writer.writeString("find", "orders");
            writer.writeString("find", "stock");
            writer.writeString("$db", "shop");
            writer.writeEndDocument();
        }
        try (RawClient client = new RawClient(world.port).login("clerk")) {
            client.send(RawClient.message(0, buffer.toByteArray()));

            assertThat(client.receive().document().getInt32("code").getValue()).isEqualTo(9);
        }
    }

    @Test
    void refusesStagesThatSayOneThingTwice() throws IOException {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            writer.writeString("aggregate", "orders");
            writer.writeStartArray("pipeline");
            writer.writeStartDocument();
            writer.writeStartDocument("$merge");
            writer.writeString("into", "orders");
            writer.writeString("into", "stock");
            writer.writeEndDocument();
            writer.writeEndDocument();
            writer.writeEndArray();
            writer.writeString("$db", "shop");
            writer.writeEndDocument();
        }
        try (RawClient client = new RawClient(world.port).login("clerk")) {
            client.send(RawClient.message(0, buffer.toByteArray()));

            assertThat(client.receive().document().getInt32("code").getValue()).isEqualTo(9);
        }
    }

    @Test
    void showsOnlyDatabasesTheUserHasToDoWith() throws IOException {
        assertThat(names(as("reader", "admin", "{listDatabases: 1}").getArray("databases")))
                .containsExactly("shop");
        assertThat(names(as("admin", "admin", "{listDatabases: 1}").getArray("databases")))
                .containsExactlyInAnyOrder("shop", "bank");
        assertThat(as("nothing", "admin", "{listDatabases: 1}").getArray("databases"))
                .isEmpty();
    }

    @Test
    void showsOnlyCollectionsTheUserHasToDoWithIfAskedSo() throws IOException {
        BsonDocument reply = as("clerk", "shop", "{listCollections: 1, nameOnly: true, authorizedCollections: true}");

        assertThat(names(reply.getDocument("cursor").getArray("firstBatch"))).containsExactly("orders");
    }

    private static List<String> names(List<BsonValue> entries) {
        return entries.stream()
                .map(entry -> entry.asDocument().getString("name").getValue())
                .toList();
    }

    @Test
    void lendsNobodyTheCursorsOfOthers() throws IOException {
        try (RawClient owner = new RawClient(world.port).login("writer");
                RawClient other = new RawClient(world.port).login("reader")) {
            long id = owner.command("shop", "{find: 'orders', batchSize: 1}")
                    .getDocument("cursor")
                    .getInt64("id")
                    .getValue();
            String getMore = "{getMore: NumberLong(" + id + "), collection: 'orders'}";
            String killCursors = "{killCursors: 'orders', cursors: [NumberLong(" + id + ")]}";

            assertThat(other.command("shop", getMore).getInt32("code").getValue())
                    .isEqualTo(43);
            assertThat(other.command("shop", killCursors).getArray("cursorsNotFound"))
                    .containsExactly(new BsonInt64(id));
            assertThat(owner.command("shop", getMore)).doesNotContainKey("errmsg");
            assertThat(owner.command("shop", getMore).getInt32("code").getValue())
                    .isEqualTo(43);
        }
    }

    @Test
    void resolvesCustomRolesWithWhatTheyInheritEvenInCircles() throws IOException {
        Privilege insert = new Privilege(new Resource.Collection("shop", "stock"), Set.of(Action.INSERT));
        world.role(new CustomRole("stocker", List.of(insert), List.of(new RoleGrant("looker", "admin"))));
        world.role(new CustomRole(
                "looker", List.of(), List.of(new RoleGrant("read", "bank"), new RoleGrant("stocker", "admin"))));
        world.user("custom", new RoleGrant("stocker", "admin"));

        assertThat(as("custom", "shop", "{insert: 'stock', documents: [{_id: 1}]}"))
                .doesNotContainKey("errmsg");
        assertThat(as("custom", "bank", "{find: 'accounts'}")).doesNotContainKey("errmsg");
        assertThat(as("custom", "shop", "{find: 'stock'}").getInt32("code").getValue())
                .isEqualTo(8000);
    }

    @Test
    void doesNotKnowUsersScopedToOtherClusters() throws IOException {
        DatabaseUser admin = world.user("elsewhere", new RoleGrant("atlasAdmin", "admin"));
        world.put(new DatabaseUser("admin", "elsewhere", admin.credentials(), admin.roles(), Set.of("OtherCluster")));

        assertThat(as("elsewhere", "shop", "{find: 'orders'}")
                        .getString("errmsg")
                        .getValue())
                .contains("requires authentication");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin | {find: 'system.users'}",
                "admin | {insert: 'things', documents: [{}]}",
                "local | {find: 'startup_log'}",
                "local | {insert: 'things', documents: [{}]}",
                "local | {dbStats: 1}",
                "config | {insert: 'settings', documents: [{}]}",
                "config | {dbStats: 1}",
                "shop | {insert: 'system.views', documents: [{}]}",
                "admin | {aggregate: 1, pipeline: [{$match: {}}], cursor: {}}"
            })
    void keepsEveryoneOutOfWhatBelongsToTheService(String database, String command) throws IOException {
        assertThat(as("admin", database, command).getInt32("code").getValue()).isEqualTo(8000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'v', documents: [{}], ",
                "{update: 'v', updates: [{q: {}, u: {$set: {a: 1}}}], ",
                "{findAndModify: 'v', query: {}, update: {$set: {a: 1}}, ",
                "{aggregate: 'orders', pipeline: [{$out: 'v'}], cursor: {}, ",
                "{aggregate: 'orders', pipeline: [{$merge: 'v'}], cursor: {}, ",
                "{bulkWrite: 1, ops: [{insert: 0, document: {}}], nsInfo: [{ns: 'shop.v'}], "
            })
    void letsThoseBypassValidationWhoMayDoSo(String command) throws IOException {
        String database = command.startsWith("{bulkWrite") ? "admin" : "shop";
        world.user("bypasser", new RoleGrant("readWrite", "shop"), new RoleGrant("dbAdmin", "shop"));

        assertThat(as("writer", database, command + "bypassDocumentValidation: true}")
                        .get("errmsg"))
                .isEqualTo(new BsonString("user is not allowed to do action [bypassDocumentValidation] on [shop.v]"));
        assertThat(as("bypasser", database, command + "bypassDocumentValidation: true}"))
                .doesNotContainKey("errmsg");
        assertThat(as("writer", database, command + "bypassDocumentValidation: false}"))
                .doesNotContainKey("errmsg");
        assertThat(as(
                        "writer",
                        "shop",
                        "{findAndModify: 'v', query: {}, remove: true, bypassDocumentValidation: true}"))
                .doesNotContainKey("errmsg");
    }

    @Test
    void doesNotLetRenamingMakeDocumentsReadable() throws IOException {
        Privilege rename = new Privilege(new Resource.Database("shop"), Set.of(Action.RENAME_COLLECTION_SAME_DB));
        Privilege find = new Privilege(new Resource.Collection("shop", "open"), Set.of(Action.FIND));
        world.role(new CustomRole("renamer", List.of(rename, find), List.of()));
        world.user("renamer", new RoleGrant("renamer", "admin"));

        assertThat(as("renamer", "admin", "{renameCollection: 'shop.secret', to: 'shop.open'}")
                        .get("errmsg"))
                .isEqualTo(new BsonString("user is not allowed to do action [find] on [shop.secret]"));
        assertThat(as("renamer", "admin", "{renameCollection: 'shop.open', to: 'shop.secret'}"))
                .doesNotContainKey("errmsg");
        assertThat(as("renamer", "admin", "{renameCollection: 'shop.secret', to: 'shop.secret2'}"))
                .doesNotContainKey("errmsg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONGODB-X509", "PLAIN", "MONGODB-OIDC", "MONGODB-AWS"})
    void tellsWhichMechanismsThereAre(String mechanism) throws IOException {
        String start = "{saslStart: 1, mechanism: '" + mechanism + "', payload: 'n,,n=reader,r=b'}";
        try (RawClient client = new RawClient(world.port)) {
            BsonDocument answer = client.command("$external", start);

            assertThat(answer.getInt32("code").getValue()).isEqualTo(334);
            assertThat(answer.getString("errmsg").getValue()).contains(mechanism, "SCRAM-SHA-256");
        }
    }

    @Test
    void refusesCertificatesAndPasswordsOfExternalUsers() throws IOException {
        try (RawClient client = new RawClient(world.port)) {
            BsonDocument certificate = client.command("$external", "{authenticate: 1, mechanism: 'MONGODB-X509'}");
            BsonDocument password = client.command(
                    "$external", "{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: 'n,,n=reader,r=b'}");

            assertThat(certificate.getNumber("ok").intValue()).isZero();
            assertThat(certificate.getString("errmsg").getValue()).contains("authenticate");
            assertThat(password.getInt32("code").getValue()).isEqualTo(334);
            assertThat(password.getString("errmsg").getValue()).contains("$external have no password");
        }
    }
}
