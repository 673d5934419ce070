package io.telamon.documents.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.documents.Json;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.StringValue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(0, new Random(3));
    private static final FilterParser PARSER = new FilterParser(CONTEXT, FilterExtensions.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {n: {}}                                       | {n: 2}                       | false
                    {n: {}}                                       | {n: {}}                      | true
                    {t: {$gt: 5, $lt: 3}}                         | {t: [1, 10]}                 | true
                    {t: {$elemMatch: {$gt: 5, $lt: 3}}}           | {t: [1, 10]}                 | false
                    {'a.b': null}                                 | {a: [{b: 1}, {c: 2}]}        | true
                    {'a.b': null}                                 | {a: [1, 2]}                  | false
                    {'a.b': null}                                 | {a: 5}                       | true
                    {'a.b': null}                                 | {a: []}                      | false
                    {'a.b': {$exists: false}}                     | {a: []}                      | true
                    {'a.b': {$ne: 1}}                             | {a: [{b: 1}, {b: 2}]}        | false
                    {'a.0': 2}                                    | {a: [[2, 2]]}                | true
                    {'a.0.b': 1}                                  | {a: [{b: 1}]}                | true
                    {'a.1.b': 1}                                  | {a: [{b: 1}]}                | false
                    {'a.0': 1}                                    | {a: {'0': 1}}                | true
                    {'a.b.c': 1}                                  | {a: [{b: [{c: 1}]}]}         | true
                    {'a.b': 1}                                    | {a: [[{b: 1}]]}              | false
                    {a: [1, 2]}                                   | {a: [[1, 2]]}                | true
                    {a: {$size: 1}}                               | {a: [[1, 2]]}                | true
                    {a: {$all: [1, 2]}}                           | {a: [2, 3, 1]}               | true
                    {a: {$all: [[1, 2]]}}                         | {a: [1, 2]}                  | true
                    {a: {$all: ['x']}}                            | {a: 'x'}                     | true
                    {a: {$all: [{$elemMatch: {x: 1}}, {$elemMatch: {x: 2}}]}} | {a: [{x: 1}, {x: 2}]} | true
                    {a: {$elemMatch: {x: 1, y: 2}}}               | {a: [{x: 1}, {y: 2}]}        | false
                    {a: {$elemMatch: {$or: [{x: 1}, {x: 2}]}}}    | {a: [{x: 2}]}                | true
                    {a: {$elemMatch: {$not: {$gt: 1}}}}           | {a: [2, 3]}                  | false
                    {a: {$not: {$gt: 1, $lt: 5}}}                 | {a: 7}                       | true
                    {a: {$not: {$elemMatch: {$gt: 1}}}}           | {a: [1]}                     | true
                    {$nor: [{a: 1}, {b: 1}]}                      | {a: 2}                       | true
                    {$expr: {$gt: ['$a', '$b']}}                  | {a: 2, b: 1}                 | true
                    {a: {$type: 'array'}}                         | {a: []}                      | true
                    {a: {$in: [{$regularExpression: {pattern: '^x', options: 'i'}}]}} | {a: ['Xy']} | true
                    {a: {$ref: 'c', $id: 1}}                      | {a: {$ref: 'c', $id: 1}}     | true
                    """)
    void matchesWithTheSemanticsOfArrays(String filter, String document, boolean matches) {
        assertThat(PARSER.parse(Json.document(filter)).test(Json.document(document)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {$foo: 1}                              | 2
                    {a: {$foo: 1}}                         | 2
                    {a: {$gt: 1, b: 2}}                    | 2
                    {$or: []}                              | 2
                    {$and: [1]}                            | 2
                    {a: {$not: {}}}                        | 2
                    {a: {$in: [{$gt: 1}]}}                 | 2
                    {a: {$type: []}}                       | 9
                    {a: {$type: true}}                     | 14
                    {a: {$all: [{$elemMatch: {b: 1}}, 1]}} | 2
                    {a: {$elemMatch: {$expr: true}}}       | 2
                    {a: {$bitsAllSet: -1}}                 | 9
                    {a: {$bitsAllSet: [-1]}}               | 2
                    {a: {$near: [0, 0]}}                   | 238
                    {$text: {$search: 'x'}}                | 238
                    {$expr: {$foo: 1}}                     | 168
                    {$jsonSchema: {foo: 1}}                | 9
                    {$jsonSchema: {minimum: 'x'}}          | 14
                    {$alwaysTrue: 2}                       | 9
                    """)
    void refusesBeforeADocumentIsRead(String filter, int code) {
        assertThatThrownBy(() -> PARSER.parse(Json.document(filter)))
                .isInstanceOf(CommandException.class)
                .extracting(e -> ((CommandException) e).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"^b,'',false", "^B,i,false", "B$,i,true", "b,g,51108", "[b,'',51091", "(?<=b+)c,'',51091"})
    void readsPatternsWithOptionsBesideThem(String pattern, String options, String result) {
        DocumentValue operators = new DocumentBuilder()
                .add("$regex", new StringValue(pattern))
                .add("$options", new StringValue(options))
                .build();
        assertThat(outcome(DocumentValue.of("a", operators))).isEqualTo(result);
    }

    private static String outcome(DocumentValue filter) {
        try {
            return Boolean.toString(PARSER.parse(filter).test(Json.document("{a: ['x', 'ab', 5]}")));
        } catch (CommandException e) {
            return Integer.toString(e.code());
        }
    }

    @Test
    void asksExtensionsForOperatorsOfOtherPackages() {
        FilterExtensions extensions = new FilterExtensions() {
            @Override
            public Predicate field(FieldName[] path, String operator, DocumentValue operators) {
                return document -> operator.equals("$near") && document.has(path[0].text());
            }
        };
        Predicate predicate = new FilterParser(CONTEXT, extensions).parse(Json.document("{a: {$near: [0, 0]}, b: 1}"));

        assertThat(predicate.test(Json.document("{a: 1, b: 1}"))).isTrue();
        assertThat(predicate.test(Json.document("{b: 1}"))).isFalse();
    }

    @Test
    void testsElementsOfArrays() {
        ElementPredicate onValue = PARSER.parseElement(Json.document("{$gt: 5}"));
        ElementPredicate onDocument = PARSER.parseElement(Json.document("{x: {$gt: 5}}"));

        assertThat(onValue.test(Json.value("6"))).isTrue();
        assertThat(onValue.test(Json.value("[6]"))).isFalse();
        assertThat(onDocument.test(Json.value("{x: 6}"))).isTrue();
        assertThat(onDocument.test(Json.value("6"))).isFalse();
    }
}
