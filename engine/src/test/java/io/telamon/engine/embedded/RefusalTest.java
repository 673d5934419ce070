package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be ignored or answered wrong is refused by name, whether there are documents that would show it or not. */
class RefusalTest extends EmbeddedTest {

    private static final int NOT_IMPLEMENTED = 238;

    @BeforeEach
    void documents() {
        insert("c", "{_id: 1, a: [1, 2], t: 'x'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capped          | {create: 'n', capped: true, size: 1000}",
                "validator       | {create: 'n', validator: {$jsonSchema: {}}}",
                "viewOn          | {create: 'n', viewOn: 'c', pipeline: []}",
                "timeseries      | {create: 'n', timeseries: {timeField: 't'}}",
                "collation       | {create: 'n', collation: {locale: 'de'}}",
                "clusteredIndex  | {create: 'n', clusteredIndex: {key: {_id: 1}, unique: true}}",
                "expireAfterSeconds      | {createIndexes: 'n', indexes: [{key: {a: 1}, name: 'a', expireAfterSeconds: 1}]}",
                "partialFilterExpression | {createIndexes: 'n', indexes: [{key: {a: 1}, name: 'a', partialFilterExpression: {b: 1}}]}",
                "collation       | {createIndexes: 'n', indexes: [{key: {a: 1}, name: 'a', collation: {locale: 'de'}}]}",
                "text indexes    | {createIndexes: 'n', indexes: [{key: {a: 'text'}, name: 'a'}]}",
                "2dsphere indexes| {createIndexes: 'n', indexes: [{key: {a: '2dsphere'}, name: 'a'}]}",
                "hashed indexes  | {createIndexes: 'n', indexes: [{key: {a: 'hashed'}, name: 'a'}]}",
                "wildcard indexes| {createIndexes: 'n', indexes: [{key: {'$**': 1}, name: 'a'}]}",
                "collation       | {find: 'n', collation: {locale: 'de'}}",
                "tailable        | {find: 'n', tailable: true}",
                "$text           | {find: 'n', filter: {$text: {$search: 'x'}}}",
                "$jsonSchema     | {find: 'n', filter: {$or: [{$jsonSchema: {}}]}}",
                "$bitsAllSet     | {find: 'n', filter: {a: {$bitsAllSet: 1}}}",
                "$geoWithin      | {find: 'n', filter: {a: {$not: {$geoWithin: {}}}}}",
                "$type for regex | {find: 'n', filter: {a: {$type: 'regex'}}}",
                "empty array     | {find: 'n', filter: {a: {$in: [1, []]}}}",
                "positional      | {find: 'n', filter: {a: 1}, projection: {'a.$': 1}}",
                "expression      | {find: 'n', projection: {b: '$a'}}",
                "expression      | {find: 'n', projection: {b: {$add: ['$a', 1]}}}",
                "$slice          | {find: 'n', projection: {a: {$slice: 1}}}",
                "$meta           | {find: 'n', sort: {a: {$meta: 'textScore'}}}",
                "collation       | {count: 'n', collation: {locale: 'de'}}",
                "collation       | {distinct: 'n', key: 'a', collation: {locale: 'de'}}",
                "explain         | {aggregate: 'n', pipeline: [], explain: true}",
                "$changeStream   | {aggregate: 'n', pipeline: [{$changeStream: {}}], cursor: {}}",
                "$unionWith      | {aggregate: 'n', pipeline: [{$unionWith: 'c'}], cursor: {}}",
                "$bucketAuto     | {aggregate: 'n', pipeline: [{$facet: {f: [{$bucketAuto: {}}]}}], cursor: {}}",
                "$geoNear        | {aggregate: 'n', pipeline: [{$lookup: {from: 'c', as: 'x', pipeline: [{$geoNear: {}}]}}], cursor: {}}",
                "localField      | {aggregate: 'n', pipeline: [{$lookup: {from: 'c', as: 'x', localField: 'a', pipeline: []}}], cursor: {}}",
                "whole database  | {aggregate: 1, pipeline: [], cursor: {}}",
                "pipeline        | {update: 'n', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                "$bit            | {update: 'n', updates: [{q: {}, u: {$bit: {a: {and: 1}}}}]}",
                "collation       | {update: 'n', updates: [{q: {}, u: {$set: {a: 1}}, collation: {locale: 'de'}}]}",
                "let             | {update: 'n', updates: [], let: {a: 1}}",
                "collation       | {delete: 'n', deletes: [{q: {}, limit: 0, collation: {locale: 'de'}}]}",
                "collation       | {findAndModify: 'n', query: {}, remove: true, collation: {locale: 'de'}}",
                "pipeline        | {findAndModify: 'n', query: {}, update: [{$set: {a: 1}}]}",
                "another database| {renameCollection: 'test.c', to: 'other.c'}",
                "explain         | {explain: {find: 'c'}}",
                "collMod         | {collMod: 'c', validator: {a: 1}}",
                "bulkWrite       | {bulkWrite: 1, ops: []}",
            })
    void refuses(String what, String command) {
        assertError(shell.run(command), NOT_IMPLEMENTED, what, "embedded development engine does not support");
        assertThat(Shell.documents(shell.run("{listCollections: 1}"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'c', documents: [{}], txnNumber: {$numberLong: '1'}, startTransaction: true, autocommit: false}",
                "{find: 'c', autocommit: false, txnNumber: {$numberLong: '1'}}",
            })
    void refusesTransactions(String command) {
        assertError(shell.run(command), NOT_IMPLEMENTED, "transactions");
        assertThat(shell.all("c")).hasSize(1);
    }

    @Test
    void knowsNoTransactionToEnd() {
        assertError(shell.on("admin", "{commitTransaction: 1, autocommit: false}"), 251, "no transaction");
        assertError(shell.on("admin", "{abortTransaction: 1, autocommit: false}"), 251, "no transaction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"createUser", "usersInfo", "currentOp", "profile", "noSuchCommand"})
    void knowsNoOtherCommand(String command) {
        assertError(shell.run("{" + command + ": 'x'}"), 59, "no such command: '" + command + "'");
    }

    @Test
    void ignoresNoFieldItDoesNotKnow() {
        assertError(shell.run("{find: 'c', fitler: {}}"), 40415, "find.fitler");
        assertError(shell.run("{update: 'c', updates: [{q: {}, u: {}, mutli: true}]}"), 40415, "mutli");
        assertError(shell.run("{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a', uniq: true}]}"), 40415, "uniq");
        assertError(shell.run("{aggregate: 'c', pipeline: [{$mtach: {}}], cursor: {}}"), 40324, "$mtach");
    }

    @Test
    void takesOptionsThatSayNothing() {
        assertOk(shell.run("{create: 'n', capped: false, validator: {}, collation: {locale: 'simple'}}"));
        assertOk(shell.run(
                "{find: 'c', collation: {locale: 'simple'}, let: {}, tailable: false, comment: 'x', maxTimeMS: 10}"));
    }

    @Test
    void answersADocumentItCannotReadByAnError() {
        BsonDocument reply = shell.insertBeside("c", java.util.List.of(deep()));

        assertError(reply, 15, "nested");
    }

    private static BsonDocument deep() {
        BsonDocument deep = new BsonDocument();
        for (int level = 0; level < 190; level++) {
            deep = new BsonDocument("a", deep);
        }
        return deep;
    }

    @Test
    void refusesADocumentBeyond16Megabytes() {
        String large = "x".repeat(16 * 1024 * 1024);
        BsonDocument document = new BsonDocument("t", new org.bson.BsonString(large));

        BsonDocument reply = shell.insertBeside("c", java.util.List.of(document));

        assertThat(reply.getInt32("n").getValue()).isZero();
        assertThat(reply.getArray("writeErrors")
                        .get(0)
                        .asDocument()
                        .getInt32("code")
                        .getValue())
                .isEqualTo(10334);
    }
}
