package io.telamon.documents.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import io.telamon.documents.Table;
import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.value.DocumentValue;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator with an operand of each type: which documents of the table {@code documents.txt} match, by line. */
class FilterTableTest {
    private static final ExpressionContext CONTEXT = ExpressionContext.of(0, RandomGenerator.getDefault());

    private final List<DocumentValue> documents = Table.read(FilterTableTest.class, "documents.txt").stream()
            .map(row -> Json.document(row.result()))
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"comparison", "logical", "element", "evaluation", "array", "bitwise"})
    void findsWhatTheTableSays(String family) {
        List<Table> rows = Table.read(FilterTableTest.class, family + ".txt");

        assertThat(rows)
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(find(row.heading(), row.input()))
                        .as(row.heading() + " with " + row.input())
                        .isEqualTo(row.result()));
    }

    private String find(String filter, String operand) {
        try {
            Predicate predicate =
                    new FilterParser(CONTEXT, FilterExtensions.NONE).parse(Json.document(filter.replace("@", operand)));
            return IntStream.range(0, documents.size())
                    .filter(i -> predicate.test(documents.get(i)))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" "));
        } catch (CommandException e) {
            return "error " + e.code();
        }
    }
}
