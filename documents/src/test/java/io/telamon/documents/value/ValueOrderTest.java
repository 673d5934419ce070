package io.telamon.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueOrderTest {
    /** Values from the smallest to the largest. */
    private static final List<String> ASCENDING = List.of(
            "{'$minKey': 1}",
            "{'$undefined': true}",
            "null",
            "{'$numberDouble': 'NaN'}",
            "{'$numberDouble': '-Infinity'}",
            "{'$numberLong': '-9223372036854775808'}",
            "-1",
            "{'$numberDecimal': '-0.5'}",
            "0",
            "{'$numberDouble': '0.1'}",
            "1",
            "{'$numberLong': '9007199254740993'}",
            "{'$numberDecimal': '1E+40'}",
            "{'$numberDouble': '1e300'}",
            "{'$numberDouble': 'Infinity'}",
            "''",
            "'a'",
            "'ab'",
            "'b'",
            "'\uffee'",
            "'\ud83d\ude00'",
            "{}",
            "{'a': 1}",
            "{'a': 1, 'b': 0}",
            "{'b': 0}",
            "{'a': 'x'}",
            "[]",
            "[1]",
            "[1, 2]",
            "[2]",
            "{'$binary': {'base64': 'AQ==', 'subType': '00'}}",
            "{'$binary': {'base64': 'AQ==', 'subType': '05'}}",
            "{'$binary': {'base64': 'AQI=', 'subType': '00'}}",
            "{'$oid': '000000000000000000000001'}",
            "{'$oid': 'ff0000000000000000000000'}",
            "false",
            "true",
            "{'$date': {'$numberLong': '-1'}}",
            "{'$date': {'$numberLong': '1'}}",
            "{'$timestamp': {'t': 1, 'i': 1}}",
            "{'$timestamp': {'t': 4000000000, 'i': 1}}",
            "{'$regularExpression': {'pattern': 'a', 'options': ''}}",
            "{'$code': 'f'}",
            "{'$maxKey': 1}");

    @Test
    void ordersAllTypes() {
        List<Value> sorted = ASCENDING.stream().map(ValueOrderTest::value).toList();
        List<Value> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(ValueOrder.BINARY);

        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void isConsistentForEachPair() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                int order = ValueOrder.BINARY.compare(value(ASCENDING.get(i)), value(ASCENDING.get(j)));
                assertThat(Integer.signum(order))
                        .as(ASCENDING.get(i) + " and " + ASCENDING.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    1                          | {'$numberLong': '1'}
                    1                          | {'$numberDouble': '1.0'}
                    1                          | {'$numberDecimal': '1.00'}
                    0                          | {'$numberDouble': '-0.0'}
                    {'$numberDecimal': '-0'}   | {'$numberDouble': '0.0'}
                    {'$numberDouble': 'NaN'}   | {'$numberDecimal': 'NaN'}
                    {'$symbol': 'a'}           | 'a'
                    {'a': 1, 'b': [2]}         | {'a': {'$numberLong': '1'}, 'b': [{'$numberDouble': '2'}]}
                    """)
    void takesForEqualWithTheSameKey(String left, String right) {
        Value first = value(left);
        Value second = value(right);

        assertThat(ValueOrder.BINARY.same(first, second)).isTrue();
        assertThat(first).isNotEqualTo(second);
        assertThat(new ValueKey(first, ValueOrder.BINARY)).isEqualTo(new ValueKey(second, ValueOrder.BINARY));
    }

    @Test
    void comparesLongsWithDoublesExactly() {
        assertThat(Numbers.compare(9007199254740993L, 9007199254740992.0)).isPositive();
        assertThat(Numbers.compare(Long.MAX_VALUE, 0x1p63)).isNegative();
        assertThat(Numbers.compare(Long.MIN_VALUE, -0x1p63)).isZero();
        assertThat(Numbers.compare(-9007199254740993L, -9007199254740992.0)).isNegative();
    }

    @Test
    void usesTheOrderOfStringsGiven() {
        StringOrder ignoringCase = (left, right) -> left.text().compareToIgnoreCase(right.text());

        assertThat(new ValueOrder(ignoringCase).same(value("['A']"), value("['a']")))
                .isTrue();
        assertThat(ValueOrder.BINARY.same(value("['A']"), value("['a']"))).isFalse();
    }

    private static Value value(String json) {
        return Json.value(json.replace('\'', '"'));
    }
}
