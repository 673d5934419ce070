package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stages make of documents: which fields they have, in which order. Answers are those of MongoDB. */
class ShapeTest extends EmbeddedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // fields get values, they are not merged
                "{a: {x: 1}, b: {y: 2}}           | [{$set: {a: '$b'}}]                        | {a: {y: 2}, b: {y: 2}}",
                "{a: 1, b: {y: 2}}                | [{$addFields: {a: '$b'}}]                  | {a: {y: 2}, b: {y: 2}}",
                "{a: {x: 1}}                      | [{$set: {a: {y: 2}}}]                      | {a: {x: 1, y: 2}}",
                "{a: {x: 1}}                      | [{$set: {a: {$literal: {y: 2}}}}]          | {a: {y: 2}}",
                "{a: {x: 1}}                      | [{$set: {a: '$none', b: 1}}]               | {b: 1}",
                "{a: {x: '$b'}, b: 1}             | [{$set: {c: '$a'}}]                        | {a: {x: '$b'}, b: 1, c: {x: '$b'}}",
                // dotted names
                "{user: {a: 1}}                   | [{$set: {'user.full': 'n'}}]               | {user: {a: 1, full: 'n'}}",
                "{}                               | [{$set: {'user.full': 'n'}}]               | {user: {full: 'n'}}",
                "{user: 5}                        | [{$set: {'user.full': 'n'}}]               | {user: {full: 'n'}}",
                "{user: [{a: 1}, 5, [{a: 2}]]}    | [{$set: {'user.full': 'n'}}]               | {user: [{a: 1, full: 'n'}, {full: 'n'}, [{a: 2, full: 'n'}]]}",
                "{a: {b: {c: 1}}, d: 7}           | [{$set: {'a.b.c': '$d', 'a.e': 1}}]        | {a: {b: {c: 7}, e: 1}, d: 7}",
                "{a: 1, b: 2}                     | [{$set: {a: '$b', b: '$a'}}]               | {a: 2, b: 1}",
                // projections keep the shape
                "{items: [{p: 1, q: 2}, {p: 3}]}  | [{$project: {'items.p': 1}}]               | {items: [{p: 1}, {p: 3}]}",
                "{a: 1}                           | [{$project: {'items.p': 1}}]               | {}",
                "{items: [{p: 1}, 5, [{p: 2}]]}   | [{$project: {'items.p': 1}}]               | {items: [{p: 1}, [{p: 2}]]}",
                "{a: 1, b: 2, c: 3}               | [{$project: {c: 1, z: '$a', a: 1}}]        | {a: 1, c: 3, z: 1}",
                "{a: 1, b: 2}                     | [{$project: {a: {$literal: 5}}}]           | {a: 5}",
                "{a: {b: 1, c: 2}, d: 3}          | [{$project: {a: {b: 1}}}]                  | {a: {b: 1}}",
                "{a: [{b: 1, c: 2}, 3], d: 3}     | [{$project: {'a.b': 0}}]                   | {a: [{c: 2}, 3], d: 3}",
                "{a: [{b: 1, c: 2}, 3], d: 3}     | [{$unset: ['a.b', 'd']}]                   | {a: [{c: 2}, 3]}",
                "{a: 1, b: 2}                     | [{$project: {'n.x': '$a', 'n.y': '$b'}}]   | {n: {x: 1, y: 2}}",
                "{a: 1}                           | [{$project: {z: ['$a', '$none']}}]         | {z: [1, null]}",
                "{a: [1, {b: 2}, {b: [3]}]}       | [{$project: {z: '$a.b'}}]                  | {z: [2, [3]]}",
                // values of expressions are not evaluated again
                "{a: ['$b'], b: 1}                | [{$project: {z: {$arrayElemAt: ['$a', 0]}}}] | {z: '$b'}",
                // missing is not null
                "{n: null}                        | [{$project: {z: {$eq: ['$none', null]}, y: {$eq: ['$n', null]}}}] | {z: false, y: true}",
                "{a: 1}                           | [{$project: {z: {$ifNull: ['$x', '$y', 3]}}}] | {z: 3}",
                "{a: [{k: [1]}, {k: []}]}         | [{$unwind: '$a'}, {$unwind: '$a.k'}]       | {a: {k: 1}}",
            })
    void keepsShapesAsMongoDbDoes(String document, String pipeline, String expected) {
        insert("s", document.replaceFirst("\\{", "{_id: 1, ").replace(", }", "}"));

        List<BsonDocument> found = Shell.documents(shell.run(
                "{aggregate: 's', pipeline: " + pipeline.replaceFirst("]$", ", {\\$unset: '_id'}]") + ", cursor: {}}"));

        assertThat(found).containsExactly(BsonDocument.parse(expected));
        assertThat(found.getFirst().toJson())
                .isEqualTo(BsonDocument.parse(expected).toJson());
    }

    @Test
    void groupsByValuesAndKeepsNulls() {
        insert("g", "{_id: 1, k: [1, 2], v: null}", "{_id: 2, k: [2, 1], v: 3}", "{_id: 3, k: [1, 2]}");

        List<BsonDocument> found = Shell.documents(shell.run("{aggregate: 'g', pipeline:"
                + " [{$group: {_id: '$k', v: {$push: '$v'}, n: {$sum: 1}}}, {$sort: {n: 1}}], cursor: {}}"));

        assertThat(found)
                .containsExactly(
                        BsonDocument.parse("{_id: [2, 1], v: [3], n: 1}"),
                        BsonDocument.parse("{_id: [1, 2], v: [null], n: 2}"));
    }

    @Test
    void joinsInsideOfPipelinesWithVariables() {
        insert("j", "{_id: 1, p: 5}", "{_id: 2}");

        List<BsonDocument> found =
                Shell.documents(shell.run("{aggregate: 'j', pipeline: [{$lookup: {from: 'j', as: 'r.x',"
                        + " let: {v: '$p', id: '$_id'}, pipeline: [{$match: {$expr: {$eq: ['$p', '$$v']}}},"
                        + " {$project: {_id: 1, of: '$$id'}}]}}, {$project: {r: 1}}], cursor: {}}"));

        assertThat(found)
                .containsExactly(
                        BsonDocument.parse("{_id: 1, r: {x: [{_id: 1, of: 1}]}}"),
                        BsonDocument.parse("{_id: 2, r: {x: [{_id: 2, of: 2}]}}"));
    }

    @Test
    void samplesWithoutFailing() {
        insert("m", IntStream.range(0, 1_000).mapToObj(i -> "{_id: " + i + "}").toArray(String[]::new));
        Set<Integer> seen = new HashSet<>();

        for (int round = 0; round < 40; round++) {
            List<Integer> ids = numbers(sample(64), "_id");
            assertThat(ids).hasSize(64).doesNotHaveDuplicates();
            seen.addAll(ids);
        }

        assertThat(seen.size()).isBetween(800, 1_000);
        assertThat(numbers(sample(5_000_000_000L), "_id")).hasSize(101);
        assertThat(numbers(sample(1_000), "_id"))
                .isNotEqualTo(IntStream.range(0, 101).boxed().toList());
        assertError(shell.run("{aggregate: 'none', pipeline: [{$sample: {size: -1}}], cursor: {}}"), 28747);
        assertError(shell.run("{aggregate: 'none', pipeline: [{$sample: {size: 'x'}}], cursor: {}}"), 28746);
        assertError(shell.run("{aggregate: 'none', pipeline: [{$sample: {n: 1}}], cursor: {}}"), 28748);
    }

    private BsonDocument sample(long size) {
        return shell.run("{aggregate: 'm', pipeline: [{$sample: {size: {$numberLong: '" + size + "'}}}], cursor: {}}");
    }

    @Test
    void samplesEvenlyOfManyOrders() {
        insert("e", IntStream.range(0, 10).mapToObj(i -> "{_id: " + i + "}").toArray(String[]::new));
        int[] chosen = new int[10];

        for (int round = 0; round < 500; round++) {
            numbers(shell.run("{aggregate: 'e', pipeline: [{$sample: {size: 3}}], cursor: {}}"), "_id")
                    .forEach(id -> chosen[id]++);
        }

        assertThat(Arrays.stream(chosen).sum()).isEqualTo(1_500);
        assertThat(Arrays.stream(chosen).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(90, 210));
    }
}
