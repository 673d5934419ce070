package io.telamon.documents.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.expression.ExpressionParser;
import io.telamon.documents.query.FilterExtensions;
import io.telamon.documents.query.FilterParser;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(0, new Random(1));
    private static final FilterParser FILTERS = new FilterParser(CONTEXT, FilterExtensions.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {b: 1}                        | {_id: 1, a: 2, b: 3}               | {_id: 1, b: 3}
                    {b: 1, a: 1, _id: 0}          | {_id: 1, a: 2, b: 3}               | {a: 2, b: 3}
                    {a: 0}                        | {_id: 1, a: 2, b: 3}               | {_id: 1, b: 3}
                    {_id: 0}                      | {_id: 1, a: 2}                     | {a: 2}
                    {_id: 1}                      | {_id: 1, a: 2}                     | {_id: 1}
                    {'a.b': 1}                    | {a: [{b: 1, c: 2}, 5, [{b: 3}]]}   | {a: [{b: 1}, [{b: 3}]]}
                    {'a.b': 1}                    | {a: 5}                             | {}
                    {'a.b': 0}                    | {a: [{b: 1, c: 2}, 5]}             | {a: [{c: 2}, 5]}
                    {a: {b: 1, c: 1}}             | {a: {b: 1, c: 2, d: 3}}            | {a: {b: 1, c: 2}}
                    {x: {$add: ['$a', 1]}, b: 1}  | {_id: 1, a: 2, b: 3}               | {_id: 1, b: 3, x: 3}
                    {a: '$$REMOVE', b: 1}         | {a: 2, b: 3}                       | {b: 3}
                    {'a.x': {$literal: 1}}        | {a: [{b: 1}, {}]}                  | {a: [{x: 1}, {x: 1}]}
                    {a: 1, b: 0}                  | {}                                 | 31254
                    {a: 0, b: 1}                  | {}                                 | 31253
                    {a: 0, b: {$add: [1]}}        | {}                                 | 31252
                    {a: 0, b: 'x'}                | {}                                 | 31310
                    {a: 1, 'a.b': 1}              | {}                                 | 31249
                    {'a.b': 1, a: 1}              | {}                                 | 31250
                    {a: {}}                       | {}                                 | 51270
                    {a: {$foo: 1}}                | {}                                 | 31325
                    {'': 1}                       | {}                                 | 40352
                    {}                            | {}                                 | 51272
                    {'a.$': 1}                    | {}                                 | 31324
                    """)
    void projectsInAggregations(String specification, String document, String result) {
        assertThat(outcome(
                        () -> ProjectionParser.aggregate(Json.document(specification), ExpressionParser.of(CONTEXT)),
                        document))
                .isEqualTo(expected(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {}                                | {a: 1}            | {}                | {a: 1}
                    {a: {$slice: 2}}                  | {a: [1, 2, 3], b: 1} | {}             | {a: [1, 2], b: 1}
                    {a: {$slice: -2}}                 | {a: [1, 2, 3]}    | {}                | {a: [2, 3]}
                    {a: {$slice: [1, 1]}, _id: 1}     | {a: [1, 2, 3], b: 1} | {}             | {a: [2]}
                    {a: {$slice: [-9, 2]}}            | {a: [1, 2, 3]}    | {}                | {a: [1, 2]}
                    {a: {$slice: 1}}                  | {a: 5}            | {}                | {a: 5}
                    {a: {$elemMatch: {$gt: 1}}}       | {_id: 1, a: [1, 2, 3], b: 1} | {}     | {_id: 1, a: [2]}
                    {a: {$elemMatch: {x: 2}}}         | {a: [{x: 1}]}     | {}                | {}
                    {'a.$': 1}                        | {a: [1, 2, 3]}    | {a: {$gt: 1}}     | {a: [2]}
                    {'a.$': 1}                        | {a: [{x: 1}, {x: 2}]} | {'a.x': 2}    | {a: [{x: 2}]}
                    {'a.$': 1}                        | {a: [{x: 1}, {x: 2}]} | {a: {$elemMatch: {x: 2}}} | {a: [{x: 2}]}
                    {'a.$': 1}                        | {a: [1]}          | {}                | 51246
                    {'b.$': 1}                        | {a: [1, 2], b: [1]} | {a: 2}          | 51247
                    {'a.$': 'x'}                      | {}                | {}                | 31308
                    {'a.$': {b: 1}}                   | {}                | {}                | 31271
                    {'a.$.b': 1}                      | {}                | {}                | 31394
                    {'a.$': 1, 'b.$': 1}              | {}                | {}                | 31276
                    {a: {$elemMatch: 1}}              | {}                | {}                | 31274
                    {'a.b': {$elemMatch: {$gt: 1}}}   | {}                | {}                | 31275
                    {'b.$': 1, a: {$elemMatch: {$gt: 1}}} | {}            | {}                | 31255
                    {a: {$elemMatch: {$gt: 1}}, 'b.$': 1} | {}            | {}                | 31256
                    {a: {$slice: 'x'}}                | {}                | {}                | 28667
                    {a: {$slice: ['x', 1]}}           | {a: [1]}          | {}                | 28724
                    """)
    void projectsInFind(String specification, String document, String filter, String result) {
        assertThat(outcome(
                        () -> ProjectionParser.find(
                                Json.document(specification),
                                ExpressionParser.of(CONTEXT),
                                FILTERS,
                                FILTERS.parse(Json.document(filter))),
                        document))
                .isEqualTo(expected(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {a: '$b'}                     | {a: {x: 1}, b: {y: 2}}     | {a: {y: 2}, b: {y: 2}}
                    {'a.b': 1}                    | {a: [{c: 1}, 2]}           | {a: [{c: 1, b: 1}, {b: 1}]}
                    {a: {b: {c: '$x'}}}           | {x: 5}                     | {x: 5, a: {b: {c: 5}}}
                    {a: '$missing'}               | {a: 1, b: 2}               | {b: 2}
                    {a: {}}                       | {}                         | {a: {}}
                    {a: 1, 'a.b': 2}              | {}                         | 40176
                    {a: {'x.y': 1}}               | {}                         | 40183
                    {a: {$add: [1], $abs: 1}}     | {}                         | 40181
                    {$a: 1}                       | {}                         | 16410
                    """)
    void addsFields(String specification, String document, String result) {
        assertThat(outcome(() -> new AddFieldsParser(CONTEXT).parse(Json.document(specification)), document))
                .isEqualTo(expected(result));
    }

    private static String outcome(Supplier<Projection> projection, String document) {
        try {
            return Json.text(projection.get().apply(Json.document(document)));
        } catch (CommandException e) {
            return Integer.toString(e.code());
        }
    }

    private static String expected(String result) {
        return result.startsWith("{") ? Json.text(Json.document(result)) : result;
    }
}
