package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The positional operator stands for the element that the filter matched, whatever else the filter asks for. */
class PositionalUpdateTest extends EmbeddedTest {

    private static final String DOCUMENT =
            "{_id: 1, n: 5, a: [{x: 0, y: 'p'}, {x: 1, y: 'q'}, {x: 2, y: 'r'}], s: ['u', 'v', 'w'], o: {l: [7, 8, 9]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: {$elemMatch: {x: 1}}}                    | a.$.z | a.1.z",
                "{_id: 1, a: {$elemMatch: {x: 1}}}            | a.$.z | a.1.z",
                "{a: {$elemMatch: {x: 1}}, _id: 1}            | a.$.z | a.1.z",
                "{_id: 1, n: {$gt: 1}, a: {$elemMatch: {x: {$gt: 0}, y: 'r'}}} | a.$.z | a.2.z",
                "{'a.x': 2}                                   | a.$.z | a.2.z",
                "{_id: 1, 'a.x': 1, 'a.y': 'q'}               | a.$.z | a.1.z",
                "{n: 5, a: {x: 1, y: 'q'}}                    | a.$   | a.1",
                "{s: 'v'}                                     | s.$   | s.1",
                "{_id: 1, s: {$gt: 'u'}}                      | s.$   | s.1",
                "{_id: 1, s: {$in: ['w']}}                    | s.$   | s.2",
                "{_id: 1, s: {$regex: '^W', $options: 'i'}}   | s.$   | s.2",
                "{_id: 1, s: /^w/}                            | s.$   | s.2",
                "{'o.l': 8}                                   | o.l.$ | o.l.1",
                "{$and: [{_id: 1}, {s: 'v'}]}                 | s.$   | s.1",
                "{$or: [{n: 6}, {s: 'w'}]}                    | s.$   | s.2",
                "{s: 'w', 'a.x': 1}                           | s.$   | s.2",
                "{s: 'w', 'a.x': 1}                           | a.$.z | a.1.z",
                "{s: {$all: ['v']}}                           | s.$   | s.1",
            })
    void standsForTheElementThatMatched(String filter, String path, String position) {
        for (String command : new String[] {
            "{update: 'c', updates: [{q: FILTER, u: UPDATE}]}",
            "{update: 'c', updates: [{q: FILTER, u: UPDATE, multi: true}], ordered: false}",
            "{findAndModify: 'c', query: FILTER, update: UPDATE}",
            "{findAndModify: 'c', query: FILTER, sort: {n: 1}, update: UPDATE, new: true}",
        }) {
            shell.run("{drop: 'c'}");
            shell.run("{drop: 'e'}");
            insert("c", DOCUMENT, "{_id: 2}");
            insert("e", DOCUMENT, "{_id: 2}");

            assertOk(shell.run(command.replace("FILTER", filter).replace("UPDATE", "{$set: {'" + path + "': 'new'}}")));
            assertOk(shell.run("{update: 'e', updates: [{q: {_id: 1}, u: {$set: {'" + position + "': 'new'}}}]}"));

            assertThat(shell.all("c")).as(command).isEqualTo(shell.all("e"));
        }
    }

    @Test
    void countsDocumentsAndTakesFiltersOfArrays() {
        insert("c", "{_id: 1, a: [1, 2], b: [1, 5]}", "{_id: 2, a: [2], b: [9]}", "{_id: 3, a: [3]}");

        BsonDocument reply = shell.run("{update: 'c', updates: [{q: {a: 2, _id: {$gt: 0}}, multi: true,"
                + " u: {$inc: {'a.$': 10, 'b.$[e]': 1}}, arrayFilters: [{e: {$gt: 4}}]}]}");

        assertThat(reply.getInt32("n").getValue()).as(reply.toString()).isEqualTo(2);
        assertThat(reply.getInt32("nModified").getValue()).isEqualTo(2);
        assertThat(shell.all("c"))
                .containsExactly(
                        BsonDocument.parse("{_id: 1, a: [1, 12], b: [1, 6]}"),
                        BsonDocument.parse("{_id: 2, a: [12], b: [10]}"),
                        BsonDocument.parse("{_id: 3, a: [3]}"));
    }

    @Test
    void failsWhereNoElementMatched() {
        insert("c", "{_id: 1, a: [1, 2]}");

        for (String filter : new String[] {"{_id: 1}", "{a: {$ne: 7}}", "{'a.0': 1}"}) {
            BsonDocument reply = shell.run("{update: 'c', updates: [{q: " + filter + ", u: {$set: {'a.$': 0}}}]}");
            BsonDocument error = reply.getArray("writeErrors").getFirst().asDocument();
            assertThat(error.getInt32("code").getValue()).isEqualTo(2);
            assertThat(error.getString("errmsg").getValue()).contains("did not find the match");
            assertError(shell.run("{findAndModify: 'c', query: " + filter + ", update: {$set: {'a.$': 0}}}"), 2);
        }
        assertThat(shell.all("c")).containsExactly(BsonDocument.parse("{_id: 1, a: [1, 2]}"));
    }

    @Test
    void updatesByExpressions() {
        insert("c", "{_id: 1, a: 1, b: 2}", "{_id: 2, a: 2, b: 1}", "{_id: 3, a: 1, b: 3}");

        BsonDocument reply = shell.run(
                "{update: 'c', updates: [{q: {$expr: {$lt: ['$a', '$b']}}, u: {$set: {z: 1}}, multi: true}]}");

        assertThat(reply.getInt32("nModified").getValue()).isEqualTo(2);
        assertThat(numbers(shell.run("{find: 'c', filter: {z: 1}}"), "_id")).containsExactly(1, 3);
    }
}
