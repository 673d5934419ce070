package io.telamon.documents.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.documents.Json;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.StringOrder;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(1000, new Random(3));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"$foo": 1}                                   | 168
                    {"$add": [1], "$abs": 1}                      | 15983
                    {"a": {"$abs": 1, "b": 2}}                    | 15983
                    {"a.b": 1}                                    | 16412
                    {"a": 1, "$b": 2}                             | 16410
                    "$"                                           | 16872
                    "$$"                                          | 9
                    "$$9x"                                        | 9
                    "$a..b"                                       | 15998
                    "$a."                                         | 40353
                    "$a.$b"                                       | 16410
                    "$a\\u0000"                                   | 16411
                    "$$nobody"                                    | 17276
                    "$$CLUSTER_TIME"                              | 10071200
                    {"$abs": [1, 2]}                              | 16020
                    {"$round": [1, 2, 3]}                         | 28667
                    {"$cond": {"if": 1, "then": 2}}               | 17082
                    {"$ifNull": [1]}                              | 1257300
                    {"$switch": {"branches": []}}                 | 40068
                    {"$let": {"vars": {"X": 1}, "in": 1}}         | 9
                    {"$let": {"vars": 1, "in": 1}}                | 10065
                    {"$map": {"input": []}}                       | 16882
                    {"$filter": {"input": []}}                    | 28650
                    {"$reduce": {"input": []}}                    | 40078
                    {"$zip": {"inputs": [[1]], "defaults": [1]}}  | 34466
                    {"$meta": "nothing"}                          | 17308
                    {"$rand": 1}                                  | 3040501
                    {"$divide": [1, 0]}                           | 2
                    {"$and": [true, {"$divide": [1, 0]}]}         | 2
                    {"$cond": [true, 1, {"$divide": [1, 0]}]}     | 2
                    {"$map": {"input": [], "in": {"$abs": "x"}}}  | 28765
                    """)
    void refusesWhileCompiling(String expression, int code) {
        assertThatThrownBy(() -> ExpressionParser.of(CONTEXT).compile(Json.value(expression)))
                .isInstanceOf(CommandException.class)
                .extracting(e -> ((CommandException) e).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "$a.b"                  | {"a": {"b": 1}}                         | {"$numberInt": "1"}
                    "$a.b"                  | {"a": [{"b": 1}, 2, {"c": 3}, [{"b": 4}]]} | [{"$numberInt": "1"}]
                    "$a.0"                  | {"a": [7]}                              | []
                    "$a.b"                  | {"a": 1}                                | missing
                    ["$a", 1]               | {}                                      | [null, {"$numberInt": "1"}]
                    {"x": "$a", "y": {}}    | {}                                      | {"y": {}}
                    "$$NOW"                 | {}                                      | {"$date": {"$numberLong": "1000"}}
                    "$$REMOVE"              | {}                                      | missing
                    {"$let": {"vars": {"CURRENT": "$a"}, "in": "$b"}} | {"a": {"b": 5}} | {"$numberInt": "5"}
                    {"$map": {"input": "$a", "as": "x", "in": {"$map": {"input": "$$x", "in": {"$add": ["$$this", 1]}}}}} | {"a": [[1], []]} | [[{"$numberInt": "2"}], []]
                    {"$switch": {"branches": [{"case": true, "then": 1}, {"case": {"$divide": [1, 0]}, "then": 2}]}} | {} | {"$numberInt": "1"}
                    """)
    void evaluates(String expression, String document, String result) {
        assertThat(Json.text(evaluate(CONTEXT, expression, document))).isEqualTo(result);
    }

    @Test
    void seesVariablesOfTheCommand() {
        ExpressionContext context = new ExpressionContext(
                new ValueOrder((left, right) -> left.text().compareToIgnoreCase(right.text())),
                0,
                new TimestampValue(5),
                Json.value("[\"role\"]"),
                Map.of("x", new Int32Value(4)),
                new Random(1));

        assertThat(evaluate(context, "{\"$add\": [\"$$x\", 1]}", "{}")).isEqualTo(new Int32Value(5));
        assertThat(evaluate(context, "\"$$CLUSTER_TIME\"", "{}")).isEqualTo(new TimestampValue(5));
        assertThat(Json.text(evaluate(context, "\"$$USER_ROLES\"", "{}"))).isEqualTo("[\"role\"]");
        assertThat(evaluate(context, "{\"$eq\": [\"A\", \"$a\"]}", "{a: 'a'}").isTruthy())
                .isTrue();
        assertThat(evaluate(
                                CONTEXT.withOrder(new ValueOrder(StringOrder.BINARY)),
                                "{\"$eq\": [\"A\", \"$a\"]}",
                                "{a: 'a'}")
                        .isTruthy())
                .isFalse();
    }

    @Test
    void answersMetadataThatTheCallerKnows() {
        Expression score = ExpressionParser.of(CONTEXT).compile(Json.value("{\"$meta\": \"textScore\"}"));
        Variables variables = new Variables(DocumentValue.empty());
        variables.setMetadata(name -> new StringValue(name));

        assertThat(score.evaluate(variables)).isEqualTo(new StringValue("textScore"));
        assertThat(Json.text(score.evaluate(new Variables(DocumentValue.empty()))))
                .isEqualTo("missing");
    }

    @Test
    void drawsRandomNumbersForEachDocument() {
        Expression random = ExpressionParser.of(CONTEXT).compile(Json.value("{\"$rand\": {}}"));
        Variables variables = new Variables(DocumentValue.empty());

        assertThat(random.evaluate(variables)).isNotEqualTo(random.evaluate(variables));
    }

    private static Value evaluate(ExpressionContext context, String expression, String document) {
        return ExpressionParser.of(context)
                .compile(Json.value(expression))
                .evaluate(new Variables(Json.document(document)));
    }
}
