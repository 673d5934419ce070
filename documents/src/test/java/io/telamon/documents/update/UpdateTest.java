package io.telamon.documents.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.query.FilterExtensions;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.DocumentValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(5000, new Random(1));
    private static final FilterParser FILTERS = new FilterParser(CONTEXT, FilterExtensions.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {$set: {b: 1, a: 2}}                 | {_id: 1}                  | {_id: 1, a: 2, b: 1}
                    {$set: {'a.b.c': 1}}                 | {}                        | {a: {b: {c: 1}}}
                    {$set: {'a.3': 1}}                   | {a: [0]}                  | {a: [0, null, null, 1]}
                    {$set: {'a.b': 1}}                   | {a: 5}                    | 28
                    {$set: {'a.b': 1}}                   | {a: [5]}                  | 28
                    {$set: {_id: 2}}                     | {_id: 1}                  | 66
                    {$set: {'a..b': 1}}                  | {}                        | 56
                    {$set: {$a: 1}}                      | {}                        | 52
                    {$set: {a: 1, 'a.b': 2}}             | {}                        | 40
                    {$set: 1}                            | {}                        | 9
                    {$foo: {a: 1}}                       | {}                        | 9
                    {$setOnInsert: {a: 1}}               | {b: 1}                    | {b: 1}
                    {$unset: {a: 1, 'c.d': 1}}           | {a: 1, b: 2, c: 3}        | {b: 2, c: 3}
                    {$unset: {'a.0': 1}}                 | {a: [1, 2]}               | {a: [null, 2]}
                    {$inc: {a: 2, b: 1}}                 | {a: 1}                    | {a: 3, b: 1}
                    {$inc: {a: 1}}                       | {a: 2147483647}           | {a: {$numberLong: '2147483648'}}
                    {$inc: {a: 1}}                       | {a: {$numberLong: '9223372036854775807'}} | 2
                    {$inc: {a: 'x'}}                     | {}                        | 14
                    {$inc: {a: 1}}                       | {a: 'x'}                  | 14
                    {$mul: {a: 2.5, b: 3}}               | {a: 2}                    | {a: {$numberDouble: '5'}, b: 0}
                    {$min: {a: 1, b: 5}}                 | {a: 3}                    | {a: 1, b: 5}
                    {$max: {a: 1}}                       | {a: 3}                    | {a: 3}
                    {$max: {a: 'x'}}                     | {a: 3}                    | {a: 'x'}
                    {$currentDate: {a: true}}            | {}                        | {a: {$date: {$numberLong: '5000'}}}
                    {$currentDate: {a: {$type: 'timestamp'}}} | {}                   | {a: {$timestamp: {t: 5, i: 1}}}
                    {$currentDate: {a: 1}}               | {}                        | 2
                    {$rename: {a: 'b.c'}}                | {a: 1}                    | {b: {c: 1}}
                    {$rename: {a: 'b'}}                  | {c: 1}                    | {c: 1}
                    {$rename: {a: 1}}                    | {}                        | 2
                    {$rename: {'a.0': 'b'}}              | {a: [1]}                  | 2
                    {$bit: {a: {and: 6, or: 1}}}         | {a: 12}                   | {a: 5}
                    {$bit: {a: {foo: 6}}}                | {}                        | 2
                    {$bit: {a: {or: 1}}}                 | {a: 1.5}                  | 2
                    {$addToSet: {a: 2}}                  | {a: [1, 2.0]}             | {a: [1, {$numberDouble: '2'}]}
                    {$addToSet: {a: {$each: [1, 3, 3]}}} | {a: [1]}                  | {a: [1, 3]}
                    {$addToSet: {a: 1}}                  | {a: 5}                    | 2
                    {$pop: {a: 1}}                       | {a: [1, 2]}               | {a: [1]}
                    {$pop: {a: -1}}                      | {a: [1, 2]}               | {a: [2]}
                    {$pop: {a: 2}}                       | {}                        | 9
                    {$pop: {a: 1}}                       | {a: 5}                    | 14
                    {$pop: {'a.b': 1}}                   | {a: 5}                    | 28
                    {$pull: {a: 2}}                      | {a: [1, 2, 2.0]}          | {a: [1]}
                    {$pull: {a: {$gt: 1}}}               | {a: [1, 2, 3]}            | {a: [1]}
                    {$pull: {a: {x: 1}}}                 | {a: [{x: 1, y: 2}, {x: 2}, 1]} | {a: [{x: 2}, 1]}
                    {$pull: {a: {$all: [1, 2]}}}         | {a: [[1, 2], [2]]}        | {a: [[2]]}
                    {$pull: {a: 1}}                      | {a: 5}                    | 2
                    {$pullAll: {a: [1, 2]}}              | {a: [1, 2, 3]}            | {a: [3]}
                    {$pullAll: {a: 1}}                   | {}                        | 2
                    {$push: {a: 1}}                      | {}                        | {a: [1]}
                    {$push: {a: [1]}}                    | {a: [0]}                  | {a: [0, [1]]}
                    {$push: {a: {$each: [3, 1], $sort: 1, $slice: 2}}} | {a: [2]}    | {a: [1, 2]}
                    {$push: {a: {$each: [9], $position: 0}}} | {a: [1]}              | {a: [9, 1]}
                    {$push: {a: {$each: [9], $position: -1}}} | {a: [1, 2]}          | {a: [1, 9, 2]}
                    {$push: {a: {$each: [{x: 1}], $sort: {x: 1}, $slice: -1}}} | {a: [{x: 2}]} | {a: [{x: 2}]}
                    {$push: {a: {$each: 1}}}             | {}                        | 2
                    {$push: {a: {$each: [], $foo: 1}}}   | {}                        | 2
                    {$push: {a: 1}}                      | {a: 5}                    | 2
                    {$inc: {'a.$[]': 1}}                 | {a: [1, 2]}               | {a: [2, 3]}
                    {$set: {'a.$[].x': 1}}               | {a: [{y: 1}, {}]}         | {a: [{y: 1, x: 1}, {x: 1}]}
                    {$set: {'a.$[]': 1}}                 | {}                        | 2
                    {$set: {'a.$[]': 1}}                 | {a: 5}                    | 2
                    {$set: {'a.$[x]': 1}}                | {a: [1]}                  | 2
                    {$set: {'a.$': 1}}                   | {a: [1]}                  | 2
                    {a: 1}                               | {_id: 7, b: 2}            | {_id: 7, a: 1}
                    {_id: 8, a: 1}                       | {_id: 7, b: 2}            | 66
                    [{$set: {b: {$add: ['$a', 1]}}}]     | {a: 1}                    | {a: 1, b: 2}
                    [{$unset: 'a'}, {$set: {c: '$b'}}]   | {a: 1, b: 2}              | {b: 2, c: 2}
                    [{$replaceWith: {x: '$a'}}]          | {_id: 1, a: 5}            | {_id: 1, x: 5}
                    [{$project: {a: 1}}]                 | {_id: 1, a: 5, b: 1}      | {_id: 1, a: 5}
                    [{$match: {a: 1}}]                   | {}                        | 72
                    1                                    | {}                        | 9
                    """)
    void updates(String update, String document, String result) {
        assertThat(outcome(update, document, "{}", List.of())).isEqualTo(expected(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {a: 2}                             | {a: [1, 2, 2]}               | {a: [1, 9, 2]}
                    {a: {$elemMatch: {$gt: 1}}}        | {a: [1, 3, 2]}               | {a: [1, 9, 2]}
                    {_id: 1, 'a.x': 2}                 | {_id: 1, a: [{x: 1}, {x: 2}]} | {_id: 1, a: [{x: 1}, 9]}
                    {a: {$size: 1}}                    | {a: [1]}                     | 2
                    {$or: [{a: 1}, {b: 1}]}            | {a: [1]}                     | 2
                    """)
    void setsTheElementThatTheFilterFound(String filter, String document, String result) {
        assertThat(outcome("{$set: {'a.$': 9}}", document, filter, List.of())).isEqualTo(expected(result));
    }

    @Test
    void setsTheElementsOfArrayFilters() {
        List<DocumentValue> filters = List.of(Json.document("{'x.v': {$gt: 1}}"), Json.document("{y: 3}"));

        assertThat(outcome("{$set: {'a.$[x].b.$[y]': 0}}", "{a: [{v: 2, b: [3, 4]}, {v: 1, b: [3]}]}", "{}", filters))
                .isEqualTo(expected("{a: [{v: 2, b: [0, 4]}, {v: 1, b: [3]}]}"));
        assertThat(outcome("{$set: {'a.$[x]': 0}}", "{a: []}", "{}", filters)).isEqualTo("9");
        assertThat(outcome("{$set: {'a.$[x]': 0}}", "{a: []}", "{}", List.of(Json.document("{x: 1, y: 2}"))))
                .isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {_id: 1, 'a.b': 2, c: {$gt: 1}}    | {_id: 1, a: {b: 2}}
                    {$and: [{a: 1}, {b: {$eq: 2}}]}    | {a: 1, b: 2}
                    {$or: [{a: 1}, {b: 2}]}            | {}
                    {a: {$in: [1]}, b: {$in: [1, 2]}}  | {a: 1}
                    {a: null}                          | {a: null}
                    """)
    void startsUpsertsFromTheFilter(String filter, String document) {
        assertThat(Json.text(UpsertDocument.of(Json.document(filter)))).isEqualTo(expected(document));
    }

    @Test
    void setsOnInsertOnly() {
        Update update = new UpdateParser(CONTEXT, FILTERS).parse(Json.value("{$setOnInsert: {a: 1}}"), List.of());

        assertThat(Json.text(update.apply(DocumentValue.empty(), _ -> true, true)))
                .isEqualTo(expected("{a: 1}"));
        assertThat(update.apply(DocumentValue.empty(), _ -> true, false)).isEqualTo(DocumentValue.empty());
    }

    private static String outcome(String update, String document, String filter, List<DocumentValue> arrayFilters) {
        try {
            Predicate predicate = FILTERS.parse(Json.document(filter));
            Update compiled = new UpdateParser(CONTEXT, FILTERS).parse(Json.value(update), arrayFilters);
            return Json.text(compiled.apply(Json.document(document), predicate, false));
        } catch (CommandException e) {
            return Integer.toString(e.code());
        }
    }

    private static String expected(String result) {
        return result.startsWith("{") ? Json.text(Json.document(result)) : result;
    }
}
