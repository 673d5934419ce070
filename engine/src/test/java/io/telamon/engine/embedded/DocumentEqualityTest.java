package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document in a filter is a value: an empty one equals an empty one, and nothing else. */
class DocumentEqualityTest extends EmbeddedTest {

    @BeforeEach
    void documents() {
        insert(
                "c",
                "{_id: 1, n: 2}",
                "{_id: 2, n: {}}",
                "{_id: 3}",
                "{_id: 4, n: {x: null}}",
                "{_id: 5, n: [{}, 7]}",
                "{_id: 6, n: [7, 8]}",
                "{_id: 7, n: null}",
                "{_id: 8, arr: [{x: {}}, {x: 1}]}",
                "{_id: 9, arr: [{x: 5}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{n: {}}                                | 2 5",
                "{n: {x: null}}                         | 4",
                "{n: {$eq: {}}}                         | 2 5",
                "{n: {$in: [{}]}}                       | 2 5",
                "{n: {$all: [{}]}, _id: {$gt: 2}}       | 5",
                "{n: {$ne: {}}}                         | 1 3 4 6 7 8 9",
                "{n: {$nin: [{}]}}                      | 1 3 4 6 7 8 9",
                "{n: {$not: {$eq: {}}}}                 | 1 3 4 6 7 8 9",
                "{n: {$elemMatch: {}}}                  | 5",
                "{n: {$elemMatch: {$eq: {}}}}           | 5",
                "{n: {$elemMatch: {x: null}}}           | 5",
                "{arr: {$elemMatch: {x: {}}}}           | 8",
                "{arr: {$elemMatch: {$or: [{x: {}}]}}}  | 8",
                "{'arr.x': {}}                          | 8",
                "{'arr.x': {$ne: {}}}                   | 1 2 3 4 5 6 7 9",
                "{'arr.0.x': {}}                        | 8",
                "{'n.x': {}}                            |",
                "{$and: [{n: {}}]}                      | 2 5",
                "{$or: [{n: {}}, {_id: 9}]}             | 2 5 9",
                "{$nor: [{n: {}}]}                      | 1 3 4 6 7 8 9",
                "{$nor: [{n: {}}], n: {$ne: {x: null}}} | 1 3 6 7 8 9",
                "{n: {$ref: 'r', $id: 1}}               |",
            })
    void findsByEquality(String filter, String ids) {
        String expected = ids == null ? "" : ids;
        assertThat(ids(shell.run("{find: 'c', filter: " + filter + "}")))
                .extracting(BsonValue::asInt32)
                .extracting(BsonInt32::getValue)
                .map(String::valueOf)
                .containsExactlyElementsOf(
                        expected.isEmpty() ? java.util.List.of() : java.util.List.of(expected.split(" ", -1)));
        assertThat(shell.run("{count: 'c', query: " + filter + "}")
                        .getInt32("n")
                        .getValue())
                .isEqualTo(expected.isEmpty() ? 0 : expected.split(" ", -1).length);
        assertThat(ids(shell.run("{aggregate: 'c', pipeline: [{$match: " + filter + "}], cursor: {}}")))
                .hasSize(expected.isEmpty() ? 0 : expected.split(" ", -1).length);
    }

    @Test
    void deletesAndUpdatesWhatEqualsOnly() {
        assertThat(shell.run("{distinct: 'c', key: '_id', query: {n: {}}}").getArray("values"))
                .hasSize(2);
        assertThat(shell.run("{update: 'c', updates: [{q: {n: {}}, u: {$set: {z: 1}}, multi: true}]}")
                        .getInt32("n")
                        .getValue())
                .isEqualTo(2);
        assertThat(shell.run("{findAndModify: 'c', query: {n: {}, _id: 1}, remove: true}")
                        .isNull("value"))
                .isTrue();
        assertThat(shell.run("{delete: 'c', deletes: [{q: {n: {}}, limit: 0}]}")
                        .getInt32("n")
                        .getValue())
                .isEqualTo(2);
        assertThat(shell.all("c")).hasSize(7);
    }

    @Test
    void insertsTheDocumentOfAFilter() {
        assertOk(shell.run(
                "{update: 'u', updates: [{q: {_id: 1, n: {}, m: {x: 1}}, u: {$set: {z: 1}}, upsert: true}]}"));
        assertOk(shell.run("{update: 'u', updates: [{q: {_id: {k: 1}}, u: {$set: {z: 1}}, upsert: true}]}"));

        assertThat(shell.all("u"))
                .containsExactly(
                        BsonDocument.parse("{_id: 1, n: {}, m: {x: 1}, z: 1}"),
                        BsonDocument.parse("{_id: {k: 1}, z: 1}"));
    }

    @Test
    void pullsAndFiltersElementsByEquality() {
        insert(
                "p",
                "{_id: 1, a: [1, {}, {x: 1}, {x: {}}], b: [1, {}, {y: 1}, {y: {}}], d: [{v: 1, w: 1}, {v: {}}, 3]}");

        assertOk(shell.run("{update: 'p', updates: [{q: {_id: 1}, u: {$pull: {a: {x: {}}}}},"
                + " {q: {_id: 1}, u: {$set: {'b.$[e]': 0}}, arrayFilters: [{e: {}}]},"
                + " {q: {_id: 1}, u: {$set: {'b.$[e].z': 0}}, arrayFilters: [{'e.y': {}}]},"
                + " {q: {_id: 1}, u: {$pull: {d: {v: null}}}}]}"));

        assertThat(shell.all("p"))
                .containsExactly(
                        BsonDocument.parse(
                                "{_id: 1, a: [1, {}, {x: 1}], b: [1, 0, {y: 1}, {y: {}, z: 0}], d: [{v: 1, w: 1}, {v: {}}, 3]}"));
        assertOk(shell.run("{update: 'p', updates: [{q: {_id: 1}, u: {$pull: {a: {}}}}]}"));
        assertThat(shell.all("p").getFirst().getArray("a")).containsExactly(new BsonInt32(1));
    }

    @Test
    void joinsByEquality() {
        insert("o", "{_id: 1, n: {}}", "{_id: 2, n: {x: 1}}", "{_id: 3}", "{_id: 4, n: 2}");

        BsonDocument reply = shell.run("{aggregate: 'o', pipeline: [{$lookup: {from: 'o', localField: 'n',"
                + " foreignField: 'n', as: 'r'}}, {$project: {r: '$r._id'}}], cursor: {}}");

        assertThat(Shell.documents(reply))
                .extracting(document -> document.getArray("r").toString())
                .allSatisfy(found -> assertThat(found).doesNotContain(","));
        reply = shell.run("{aggregate: 'o', pipeline: [{$match: {_id: 4}}, {$lookup: {from: 'c', as: 'r',"
                + " pipeline: [{$match: {n: {}}}]}}, {$unwind: '$r'}, {$replaceWith: '$r'}], cursor: {}}");
        assertThat(numbers(reply, "_id")).containsExactly(2, 5);
    }

    @Test
    void refusesConditionsThatAreNone() {
        assertError(shell.run("{find: 'none', filter: {n: {$not: {}}}}"), 2, "$not cannot be empty");
        assertError(shell.run("{find: 'none', filter: {n: {$not: {x: 1}}}}"), 2, "unknown operator: x");
        assertError(shell.run("{find: 'none', filter: {n: {$gt: 1, x: 1}}}"), 2, "unknown operator: x");
        assertError(shell.run("{find: 'none', filter: {$or: []}}"), 2, "nonempty array");
    }
}
