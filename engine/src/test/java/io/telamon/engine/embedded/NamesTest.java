package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would be stored damaged or not be found again are refused as MongoDB does; generated ids tell the time. */
class NamesTest extends EmbeddedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "73    | {create: 'a\\u0000b'}",
                "73    | {insert: 'a\\u0000b', documents: [{}]}",
                "73    | {renameCollection: 'test.c', to: 'test.a\\u0000b'}",
                "73    | {aggregate: 'c', pipeline: [{$out: 'a\\u0000b'}], cursor: {}}",
                "67    | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a\\u0000b'}]}",
                "31032 | {distinct: 'c', key: 'a\\u0000b'}",
                "16411 | {aggregate: 'c', pipeline: [{$project: {z: '$a\\u0000b'}}], cursor: {}}",
                "16411 | {aggregate: 'none', pipeline: [{$unset: 'a\\u0000b'}], cursor: {}}",
                "16411 | {aggregate: 'none', pipeline: [{$unwind: '$a\\u0000b'}], cursor: {}}",
                "16411 | {aggregate: 'none', pipeline: [{$count: 'a\\u0000b'}], cursor: {}}",
                "16411 | {aggregate: 'none', pipeline: [{$lookup: {from: 'c', localField: 'a\\u0000b', foreignField: 'a', as: 'r'}}], cursor: {}}",
                "2     | {aggregate: 'c', pipeline: [{$project: {z: {$arrayToObject: [[['a\\u0000b', 1]]]}}}], cursor: {}}",
            })
    void refusesNulInNames(int code, String command) {
        insert("c", "{_id: 1, a: 1}");

        assertError(shell.run(command), code);

        assertThat(shell.all("c")).containsExactly(BsonDocument.parse("{_id: 1, a: 1}"));
        assertThat(Shell.documents(shell.run("{listCollections: 1}"))).hasSize(1);
    }

    @Test
    void refusesNulInTheTargetOfARename() {
        insert("c", "{_id: 1, a: 1}");

        BsonDocument reply = shell.run("{update: 'c', updates: [{q: {}, u: {$rename: {a: 'x\\u0000y'}}}]}");

        assertThat(reply.getArray("writeErrors")
                        .getFirst()
                        .asDocument()
                        .getInt32("code")
                        .getValue())
                .isEqualTo(2);
        assertThat(shell.all("c")).containsExactly(BsonDocument.parse("{_id: 1, a: 1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "a/b", "a\\b", "a\"b", "a$b", "a\0b", ""})
    void refusesNamesOfDatabasesThatMongoDbRefuses(String name) {
        assertError(shell.on(name, "{insert: 'c', documents: [{}]}"), 73);
        assertError(shell.on(name, "{find: 'c'}"), 73);
    }

    @Test
    void keepsOneSpellingOfADatabase() {
        assertOk(shell.on("q6", "{insert: 'c', documents: [{}]}"));

        assertError(shell.on("Q6", "{insert: 'c', documents: [{}]}"), 13297, "[q6]", "[Q6]");
        assertError(shell.on("Q6", "{create: 'c'}"), 13297);
        assertOk(shell.on("q6", "{create: 'other'}"));
        assertOk(shell.on("Q6", "{find: 'c'}"));
        assertOk(shell.on("q6", "{dropDatabase: 1}"));
        assertOk(shell.on("Q6", "{insert: 'c', documents: [{}]}"));
    }

    @Test
    void generatesIdsThatTellTheTime() {
        insert("c", "{a: 1}", "{a: 2}");
        assertOk(
                shell.run(
                        "{update: 'c', updates: [{q: {a: 3}, u: {$set: {b: 1}}, upsert: true},"
                                + " {q: {a: 4}, u: {a: 4}, upsert: true}, {q: {_id: {$gt: 5}, a: 5}, u: {$set: {b: 1}}, upsert: true}]}"));
        assertOk(shell.run("{findAndModify: 'c', query: {a: 6}, update: {a: 6}, upsert: true}"));

        List<ObjectId> ids = shell.all("c").stream()
                .map(document -> document.getObjectId("_id").getValue())
                .toList();

        assertThat(ids).hasSize(6).isSorted();
        assertThat(ids)
                .allSatisfy(id -> assertThat(Math.abs(id.getTimestamp() * 1_000L - System.currentTimeMillis()))
                        .isLessThan(60_000));
    }
}
