package io.telamon.engine.embedded;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MongoDB has and this engine has not is refused by name, what nobody has as MongoDB does, also where there is no document. */
class UnknownNamesTest extends EmbeddedTest {

    private static final String AGGREGATE = "{aggregate: 'none', pipeline: [STAGE], cursor: {}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$switch: {branches: []}}",
                "{$dateTrunc: {date: '$d', unit: 'day'}}",
                "{$type: '$a'}",
                "{$round: ['$a', 1]}",
                "{$trunc: ['$a', 1]}",
                "{$let: {vars: {}, in: 1}}",
                "{$getField: 'a'}",
                "{$regexMatch: {input: '$a', regex: 'x'}}",
                "{$dayOfWeek: '$d'}",
                "{$toDecimal: '$a'}",
                "{$setField: {field: 'a', input: '$$ROOT', value: 1}}",
                "{$function: {}}",
                "{$cond: [true, 1, {$bitXor: [1, 2]}]}",
                "{$map: {input: '$a', in: {$ltrim: {input: '$$this'}}}}",
            })
    void refusesExpressionsByName(String expression) {
        int code = expression.startsWith("{$trunc") ? 0 : 238;
        if (code == 0) {
            insert("one", "{_id: 1, a: 1}");
            assertError(
                    shell.run("{aggregate: 'one', pipeline: [{$project: {z: " + expression + "}}], cursor: {}}"), 238);
            return;
        }
        for (String stage : new String[] {
            "{$project: {z: E}}",
            "{$set: {'y.z': E}}",
            "{$group: {_id: E}}",
            "{$group: {_id: null, z: {$push: E}}}",
            "{$match: {$expr: E}}",
            "{$replaceWith: E}",
            "{$sortByCount: E}",
            "{$redact: E}",
            "{$bucket: {groupBy: E, boundaries: [0, 1]}}",
            "{$facet: {f: [{$project: {z: E}}]}}",
            "{$lookup: {from: 'x', as: 'y', pipeline: [{$project: {z: E}}]}}",
            "{$lookup: {from: 'x', as: 'y', let: {v: E}, pipeline: []}}",
        }) {
            assertError(
                    shell.run(AGGREGATE.replace(
                            "STAGE", stage.replace("E}", expression + "}").replace("E,", expression + ","))),
                    238);
        }
        assertError(shell.run("{find: 'none', filter: {$or: [{$expr: " + expression + "}]}}"), 238);
        assertError(shell.run("{delete: 'none', deletes: [{q: {$expr: " + expression + "}, limit: 0}]}"), 238);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "168   | {$project: {z: {$foo: 1}}}",
                "168   | {$project: {z: {$add: [1, {$rownd: 1}]}}}",
                "168   | {$project: {z: {$push: '$a'}}}",
                "168   | {$group: {_id: {$foo: 1}}}",
                "15983 | {$project: {z: {$add: [1, 2], $subtract: [1, 2]}}}",
                "238   | {$group: {_id: 1, n: {$count: {}}}}",
                "238   | {$group: {_id: 1, n: {$mergeObjects: '$a'}}}",
                "238   | {$group: {_id: 1, n: {$stdDevPop: '$a'}}}",
                "238   | {$group: {_id: 1, n: {$topN: {}}}}",
                "238   | {$bucket: {groupBy: '$a', boundaries: [0, 1], output: {n: {$median: {}}}}}",
                "15952 | {$group: {_id: 1, n: {$foo: '$a'}}}",
                "15952 | {$group: {_id: 1, n: {$add: ['$a', 1]}}}",
                "40234 | {$group: {_id: 1, n: 5}}",
                "40238 | {$group: {_id: 1, n: {$sum: 1, $max: 2}}}",
                "40235 | {$group: {_id: 1, 'a.b': {$sum: 1}}}",
                "15955 | {$group: {n: {$sum: 1}}}",
                "238   | {$unionWith: 'x'}",
                "238   | {$graphLookup: {}}",
                "238   | {$setWindowFields: {}}",
                "238   | {$facet: {f: [{$densify: {}}]}}",
                "238   | {$queryStats: {}}",
                "40324 | {$foo: {}}",
                "40324 | {$lookup: {from: 'x', as: 'y', pipeline: [{$foo: 1}]}}",
                "15958 | {$limit: 0}",
                "5107200 | {$skip: -1}",
                "238   | {$match: {a: {$bitsAllSet: 1}}}",
                "2     | {$match: {a: {$foo: 1}}}",
                "2     | {$match: {$foo: 1}}",
                "2     | {$match: {a: {$not: {$foo: 1}}}}",
                "2     | {$match: {a: {$elemMatch: {$foo: 1}}}}",
                "2     | {$match: {a: {$elemMatch: {b: {$foo: 1}}}}}",
                "2     | {$match: {$or: [{a: {$foo: 1}}]}}",
                "31254 | {$project: {a: 1, b: 0}}",
                "31253 | {$project: {b: 0, a: 1}}",
                "31250 | {$project: {a: 1, 'a.b': 1}}",
                "40180 | {$addFields: {a: {}}}",
                "40601 | {$out: 'x'}, {$match: {}}",
                "40157 | {$count: ''}",
                "15998 | {$project: {z: '$a..b'}}",
                "17276 | {$project: {z: '$$nobody'}}",
            })
    void knowsNamesBeforeItReads(int code, String stage) {
        if (code == 17276) {
            insert("none", "{_id: 1}");
        }
        assertError(shell.run(AGGREGATE.replace("STAGE", stage)), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"238 | {$bit: {a: {or: 1}}}", "9 | {$foo: {a: 1}}", "9 | {$set: 5}"})
    void knowsNamesOfUpdateOperators(int code, String update) {
        assertError(shell.run("{findAndModify: 'none', query: {}, update: " + update + "}"), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSearchIndexes", "updateSearchIndex", "dropSearchIndex"})
    void refusesSearchIndexes(String command) {
        assertError(shell.run("{" + command + ": 'c', indexes: []}"), 238, command);
    }
}
