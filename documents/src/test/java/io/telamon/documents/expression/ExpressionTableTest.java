package io.telamon.documents.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import io.telamon.documents.Table;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentValue;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator with a value of each type: an expression, the document it is evaluated for, and the result or error code. */
class ExpressionTableTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(0, RandomGenerator.getDefault());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arithmetic",
                "trigonometry",
                "bitwise",
                "comparison",
                "array",
                "set",
                "object",
                "string",
                "type",
                "date",
                "accumulator"
            })
    void givesWhatTheTableSays(String family) {
        List<Table> rows = Table.read(ExpressionTableTest.class, family + ".txt");

        assertThat(rows)
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(evaluate(row.heading(), row.input()))
                        .as(row.heading() + " for " + row.input())
                        .isEqualTo(row.result()));
    }

    @Test
    void hasALineForEachOperator() {
        List<String> covered = List.of(
                        "arithmetic",
                        "trigonometry",
                        "bitwise",
                        "comparison",
                        "array",
                        "set",
                        "object",
                        "string",
                        "type",
                        "date",
                        "accumulator")
                .stream()
                .flatMap(family -> Table.read(ExpressionTableTest.class, family + ".txt").stream())
                .map(Table::heading)
                .distinct()
                .toList();
        String all = String.join(" ", covered);

        assertThat(OperatorTable.names().stream()
                        .filter(name -> !all.contains('"' + name + '"'))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("$const", "$meta", "$rand", "$sampleRate", "$toArray", "$toObject");
    }

    private static String evaluate(String expression, String document) {
        try {
            DocumentValue root = Json.document(document);
            return Json.text(
                    ExpressionParser.of(CONTEXT).compile(Json.value(expression)).evaluate(new Variables(root)));
        } catch (CommandException e) {
            return "error " + e.code();
        }
    }
}
