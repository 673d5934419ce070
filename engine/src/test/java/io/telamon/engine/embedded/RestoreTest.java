package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies a database with the commands that mongodump and mongorestore send: what this engine hands out it takes back. */
class RestoreTest extends EmbeddedTest {

    @BeforeEach
    void database() {
        insert("things", "{_id: 1, k: 1, s: 'a'}", "{_id: 2, k: 2}");
        assertOk(shell.run("{createIndexes: 'things', indexes: [{v: 2, key: {k: -1, s: 1}, name: 'ks'},"
                + " {key: {s: 1}, name: 'unique', unique: true, sparse: true, background: true}],"
                + " commitQuorum: 'votingMembers', writeConcern: {w: 'majority'}}"));
        assertOk(shell.run("{create: 'empty'}"));
    }

    @Test
    void copiesADatabaseWithItsIndexes() {
        copy("test", "copy");

        assertSame("test", "copy");
    }

    @Test
    void restoresOverWhatIsThere() {
        copy("test", "copy");
        assertOk(shell.on("copy", "{insert: 'things', documents: [{_id: 3}]}"));

        copy("test", "copy");

        assertSame("test", "copy");
    }

    private void copy(String from, String to) {
        for (BsonDocument collection : Shell.documents(shell.on(from, "{listCollections: 1, cursor: {}}"))) {
            String name = collection.getString("name").getValue();
            List<BsonDocument> indexes = list(from, "listIndexes", name);
            List<BsonDocument> documents =
                    Shell.documents(shell.on(from, "{find: '" + name + "', hint: {_id: 1}, noCursorTimeout: true}"));
            shell.on(to, "{drop: '" + name + "', writeConcern: {w: 'majority'}}");
            restore(to, collection, indexes);
            if (!documents.isEmpty()) {
                assertOk(shell.run(
                        to,
                        new BsonDocument("insert", new BsonString(name))
                                .append("documents", new BsonArray(documents))
                                .append("ordered", BsonBoolean.FALSE)
                                .append("bypassDocumentValidation", BsonBoolean.TRUE)
                                .append("bypassEmptyTsReplacement", BsonBoolean.TRUE),
                        0));
            }
        }
    }

    /** The tool leaves the version out and puts the new namespace in. */
    private void restore(String to, BsonDocument collection, List<BsonDocument> indexes) {
        String name = collection.getString("name").getValue();
        List<BsonDocument> others = new ArrayList<>();
        for (BsonDocument index : indexes) {
            index.remove("v");
            index.append("ns", new BsonString(to + "." + name));
            if (!index.getString("name").getValue().equals("_id_")) {
                others.add(index);
            }
        }
        BsonDocument create = new BsonDocument("create", new BsonString(name));
        create.putAll(collection.getDocument("options"));
        assertOk(shell.run(to, create.append("idIndex", indexes.getFirst()), 0));
        if (!others.isEmpty()) {
            assertOk(shell.run(
                    to,
                    new BsonDocument("createIndexes", new BsonString(name))
                            .append("indexes", new BsonArray(others))
                            .append("ignoreUnknownIndexOptions", BsonBoolean.TRUE),
                    0));
        }
    }

    private List<BsonDocument> list(String database, String command, String collection) {
        return Shell.documents(shell.on(database, "{" + command + ": '" + collection + "', cursor: {}}"));
    }

    private List<BsonDocument> documents(String database, String collection) {
        return Shell.documents(shell.on(database, "{find: '" + collection + "'}"));
    }

    private void assertSame(String one, String other) {
        List<BsonDocument> collections = Shell.documents(shell.on(one, "{listCollections: 1, nameOnly: true}"));
        assertThat(Shell.documents(shell.on(other, "{listCollections: 1, nameOnly: true}")))
                .isEqualTo(collections)
                .hasSize(2);
        for (BsonDocument collection : collections) {
            String name = collection.getString("name").getValue();
            assertThat(list(other, "listIndexes", name)).isEqualTo(list(one, "listIndexes", name));
            assertThat(documents(other, name)).isEqualTo(documents(one, name));
        }
    }

    @Test
    void takesBackWhatItHandsOut() {
        BsonDocument collection = Shell.documents(shell.run("{listCollections: 1, filter: {name: 'things'}}"))
                .getFirst();

        assertOk(shell.run(
                new BsonDocument("create", new BsonString("again")).append("idIndex", collection.get("idIndex"))));
        assertOk(shell.run(new BsonDocument("createIndexes", new BsonString("again"))
                .append("indexes", new BsonArray(list("test", "listIndexes", "things")))));

        assertThat(list("test", "listIndexes", "again")).isEqualTo(list("test", "listIndexes", "things"));
    }

    @Test
    void leavesUnknownIndexOptionsOutIfAsked() {
        String indexes = "indexes: [{key: {a: 1}, name: 'a', safe: true, unique: true}]";

        assertError(shell.run("{createIndexes: 'things', " + indexes + "}"), 40415, "safe");
        assertError(
                shell.run("{createIndexes: 'things', " + indexes + ", ignoreUnknownIndexOptions: false}"),
                40415,
                "safe");
        assertOk(shell.run("{createIndexes: 'other', " + indexes + ", ignoreUnknownIndexOptions: true}"));
        assertError(
                shell.run("{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', hidden: true}],"
                        + " ignoreUnknownIndexOptions: true}"),
                238,
                "hidden");

        assertThat(list("test", "listIndexes", "other").getLast())
                .isEqualTo(BsonDocument.parse("{v: 2, key: {a: 1}, name: 'a', unique: true}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2     | {key: {a: 1}, name: '_id_'}",
                "2     | {key: {_id: -1}, name: '_id_'}",
                "2     | {name: '_id_'}",
                "197   | {key: {_id: 1}, name: '_id_', unique: true}",
                "67    | {key: {_id: 1}, name: '_id_', v: 3}",
                "238   | {key: {_id: 1}, name: '_id_', collation: {locale: 'de'}}",
            })
    void refusesAnotherIdIndex(int code, String index) {
        assertError(shell.run("{create: 'n', idIndex: " + index + "}"), code);
        assertThat(Shell.documents(shell.run("{listCollections: 1}"))).hasSize(2);
    }

    @Test
    void takesOptionsOfCollectionsThatSayNothing() {
        assertOk(shell.run("{create: 'n', autoIndexId: true, temp: false, recordPreImages: false, comment: 'x',"
                + " writeConcern: {w: 1}, storageEngine: {}, indexOptionDefaults: {}}"));
        assertError(shell.run("{create: 'm', autoIndexId: false}"), 72, "autoIndexId");
    }
}
