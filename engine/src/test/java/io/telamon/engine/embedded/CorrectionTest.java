package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Where mongo-java-server alone would answer wrong. */
class CorrectionTest extends EmbeddedTest {

    @Test
    void countsOnlyWhatAnOrderedInsertInserted() {
        insert("c", "{_id: 2}");

        BsonDocument reply = shell.run("{insert: 'c', documents: [{_id: 1}, {_id: 2}, {_id: 3}]}");

        assertThat(reply.getInt32("n").getValue()).isEqualTo(1);
        BsonDocument error = reply.getArray("writeErrors").get(0).asDocument();
        assertThat(error.getInt32("index").getValue()).isEqualTo(1);
        assertThat(error.getInt32("code").getValue()).isEqualTo(11000);
        assertThat(error.getDocument("keyPattern")).isEqualTo(BsonDocument.parse("{_id: 1}"));
        assertThat(error.getDocument("keyValue")).isEqualTo(BsonDocument.parse("{_id: 2}"));
        assertThat(ids(shell.run("{find: 'c'}"))).hasSize(2);
    }

    @Test
    void insertsWhatItCanIfNotOrdered() {
        BsonDocument reply = shell.run("{insert: 'c', ordered: false, documents: [{_id: 1}, {_id: 1}, {_id: 3}]}");

        assertThat(reply.getInt32("n").getValue()).isEqualTo(2);
        assertThat(reply.getArray("writeErrors")).hasSize(1);
    }

    @Test
    void endsAnOrderedUpdateAtItsFirstError() {
        insert("c", "{_id: 1, a: 1}", "{_id: 2, a: 'text'}", "{_id: 3, a: 1}");

        BsonDocument reply =
                shell.run("{update: 'c', updates: [{q: {_id: 1}, u: {$inc: {a: 1}}}, {q: {_id: 2}, u: {$inc: {a: 1}}},"
                        + " {q: {_id: 3}, u: {$inc: {a: 1}}}]}");

        assertThat(reply.getInt32("n").getValue()).isEqualTo(1);
        assertThat(reply.getInt32("nModified").getValue()).isEqualTo(1);
        assertThat(reply.getArray("writeErrors")
                        .get(0)
                        .asDocument()
                        .getInt32("index")
                        .getValue())
                .isEqualTo(1);
        assertThat(numbers(shell.run("{find: 'c', filter: {_id: 3}}"), "a")).containsExactly(1);
    }

    @Test
    void goesOnWithAnUpdateThatIsNotOrdered() {
        insert("c", "{_id: 2, a: 'text'}", "{_id: 3, a: 1}");

        BsonDocument reply = shell.run("{update: 'c', ordered: false, updates: [{q: {_id: 2}, u: {$inc: {a: 1}}},"
                + " {q: {_id: 3}, u: {$inc: {a: 1}}}]}");

        assertThat(reply.getInt32("nModified").getValue()).isEqualTo(1);
        assertThat(reply.getArray("writeErrors")).hasSize(1);
    }

    @Test
    void tellsWhichStatementInsertedWhat() {
        BsonDocument reply = shell.run("{update: 'c', updates: [{q: {_id: 7}, u: {$set: {a: 1}}},"
                + " {q: {_id: 8}, u: {$set: {a: 1}}, upsert: true}]}");

        assertThat(reply)
                .isEqualTo(BsonDocument.parse("{n: 1, nModified: 0, upserted: [{index: 1, _id: 8}], ok: 1.0}"));
    }

    @Test
    void makesNoCollectionForAnUpdateThatFindsNothing() {
        assertOk(shell.run("{update: 'c', updates: [{q: {}, u: {$set: {a: 1}}}]}"));
        assertOk(shell.run("{delete: 'c', deletes: [{q: {}, limit: 0}]}"));
        assertOk(shell.run("{findAndModify: 'c', query: {}, update: {$set: {a: 1}}}"));

        assertThat(Shell.documents(shell.run("{listCollections: 1}"))).isEmpty();
    }

    @Test
    void putsTheIdFirst() {
        insert("c", "{a: 1, _id: 5}", "{b: 1}");

        assertThat(shell.all("c"))
                .allSatisfy(document -> assertThat(document.getFirstKey()).isEqualTo("_id"));
    }

    @Test
    void keepsTheOrderOfInsertion() {
        insert("c", "{_id: 'z'}", "{_id: 'a'}", "{_id: 3}");

        assertThat(ids(shell.run("{find: 'c'}")))
                .extracting(Object::toString)
                .containsExactly("BsonString{value='z'}", "BsonString{value='a'}", "BsonInt32{value=3}");
        assertThat(ids(shell.run("{find: 'c', sort: {$natural: -1}}")))
                .hasSize(3)
                .first()
                .hasToString("BsonInt32{value=3}");
    }

    @Test
    void saysWhatFindAndModifyDid() {
        insert("c", "{_id: 1, a: 1}");

        assertThat(shell.run("{findAndModify: 'c', query: {_id: 1}, update: {$inc: {a: 1}}, new: true}"))
                .isEqualTo(BsonDocument.parse(
                        "{lastErrorObject: {n: 1, updatedExisting: true}, value: {_id: 1, a: 2}, ok: 1.0}"));
        assertThat(shell.run("{findAndModify: 'c', query: {_id: 2}, update: {$inc: {a: 1}}}"))
                .isEqualTo(
                        BsonDocument.parse("{lastErrorObject: {n: 0, updatedExisting: false}, value: null, ok: 1.0}"));
        assertThat(shell.run("{findAndModify: 'c', query: {_id: 2}, update: {$inc: {a: 1}}, upsert: true, new: true}"))
                .isEqualTo(
                        BsonDocument.parse(
                                "{lastErrorObject: {n: 1, updatedExisting: false, upserted: 2}, value: {_id: 2, a: 1}, ok: 1.0}"));
        assertThat(shell.run("{findAndModify: 'c', query: {_id: 2}, remove: true, fields: {a: 1, _id: 0}}"))
                .isEqualTo(BsonDocument.parse("{lastErrorObject: {n: 1}, value: {a: 1}, ok: 1.0}"));
    }

    @Test
    void filtersCollections() {
        insert("one", "{}");
        insert("two", "{}");

        BsonDocument reply = shell.run("{listCollections: 1, filter: {name: 'two'}, nameOnly: true}");

        assertThat(Shell.documents(reply)).containsExactly(BsonDocument.parse("{name: 'two', type: 'collection'}"));
    }

    @Test
    void tellsTheSizesOfDatabases() {
        insert("c", "{_id: 1, text: 'some words'}");
        shell.on("empty", "{find: 'c'}");

        BsonDocument reply = shell.on("admin", "{listDatabases: 1}");

        assertThat(reply.getArray("databases")).hasSize(1);
        BsonDocument database = reply.getArray("databases").get(0).asDocument();
        assertThat(database.getInt64("sizeOnDisk").getValue()).isPositive();
        assertThat(reply.getInt64("totalSize")).isEqualTo(database.getInt64("sizeOnDisk"));
        assertThat(shell.on("admin", "{listDatabases: 1, filter: {name: 'other'}}")
                        .getArray("databases"))
                .isEmpty();
    }

    @Test
    void leavesDatabasesWithALongerNameAlone() {
        assertOk(shell.on("shop", "{insert: 'c', documents: [{_id: 1}]}"));
        assertOk(shell.on("shop2", "{insert: 'c', documents: [{_id: 1}]}"));

        assertOk(shell.on("shop", "{dropDatabase: 1}"));

        assertThat(ids(shell.on("shop2", "{find: 'c'}"))).hasSize(1);
        assertThat(ids(shell.on("shop", "{find: 'c'}"))).isEmpty();
    }

    @Test
    void doesNotChangeStoredDocumentsByAnAggregation() {
        insert("c", "{_id: 1, inner: {a: 1}}");

        BsonDocument reply =
                shell.run("{aggregate: 'c', pipeline: [{$set: {inner: {b: 2}}}, {$unset: 'inner.a'}], cursor: {}}");

        assertThat(Shell.documents(reply)).containsExactly(BsonDocument.parse("{_id: 1, inner: {b: 2}}"));
        assertThat(shell.all("c")).containsExactly(BsonDocument.parse("{_id: 1, inner: {a: 1}}"));
    }

    @Test
    void replacesACollectionByOutAndKeepsItsIndexes() {
        insert("source", "{_id: 1, k: 1}", "{_id: 2, k: 2}");
        insert("target", "{_id: 9, k: 9}");
        assertOk(shell.run("{createIndexes: 'target', indexes: [{key: {k: 1}, name: 'k', unique: true}]}"));

        assertOk(shell.run("{aggregate: 'source', pipeline: [{$match: {k: 2}}, {$out: 'target'}], cursor: {}}"));

        assertThat(shell.all("target")).containsExactly(BsonDocument.parse("{_id: 2, k: 2}"));
        assertThat(Shell.documents(shell.run("{listIndexes: 'target'}"))).hasSize(2);
    }

    @Test
    void leavesACollectionAsItWasIfOutFails() {
        insert("source", "{_id: 1, k: 1}", "{_id: 2, k: 1}");
        insert("target", "{_id: 9, k: 9}");
        assertOk(shell.run("{createIndexes: 'target', indexes: [{key: {k: 1}, name: 'k', unique: true}]}"));

        assertError(shell.run("{aggregate: 'source', pipeline: [{$out: 'target'}], cursor: {}}"), 11000, "E11000");

        assertThat(shell.all("target")).containsExactly(BsonDocument.parse("{_id: 9, k: 9}"));
        assertThat(Shell.documents(shell.run("{listCollections: 1}"))).hasSize(2);
    }
}
