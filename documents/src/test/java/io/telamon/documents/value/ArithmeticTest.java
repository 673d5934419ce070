package io.telamon.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {
    private static final NumberValue MAX_INT = new Int32Value(Integer.MAX_VALUE);
    private static final NumberValue MAX_LONG = new Int64Value(Long.MAX_VALUE);
    private static final NumberValue ONE = new Int32Value(1);

    @Test
    void widensIntegersThatOverflow() {
        assertThat(Arithmetic.add(MAX_INT, ONE)).isEqualTo(new Int64Value(1L << 31));
        assertThat(Arithmetic.add(MAX_LONG, ONE)).isEqualTo(new DoubleValue(0x1p63));
        assertThat(Arithmetic.subtract(new Int64Value(Long.MIN_VALUE), ONE)).isEqualTo(new DoubleValue(-0x1p63));
        assertThat(Arithmetic.multiply(MAX_INT, MAX_INT)).isEqualTo(new Int64Value(4611686014132420609L));
        assertThat(Arithmetic.multiply(MAX_LONG, new Int32Value(2))).isEqualTo(new DoubleValue(0x1p64));
        assertThat(Arithmetic.multiply(new Int64Value(-1), new Int64Value(Long.MIN_VALUE)))
                .isEqualTo(new DoubleValue(0x1p63));
    }

    @Test
    void sumsExactlyWhereItCan() {
        NumberSum longs = new NumberSum();
        longs.add(MAX_LONG);
        longs.add(MAX_LONG);
        longs.add(new Int64Value(-Long.MAX_VALUE));
        assertThat(longs.result()).isEqualTo(MAX_LONG);

        NumberSum doubles = new NumberSum();
        for (double each : new double[] {1e100, 1, -1e100, 1}) {
            doubles.add(new DoubleValue(each));
        }
        assertThat(doubles.result()).isEqualTo(new DoubleValue(2));
        assertThat(new NumberSum().result()).isEqualTo(new Int32Value(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add      | 1.10      | 2        | 3.10
                    add      | -0        | -0       | -0
                    add      | Infinity  | -Infinity| NaN
                    subtract | 5         | 5.00     | 0.00
                    multiply | 1.5       | -0       | -0.0
                    multiply | 9E+6144   | 10       | Infinity
                    divide   | 1         | 3        | 0.3333333333333333333333333333333333
                    divide   | 1         | 0        | Infinity
                    divide   | 1         | NaN      | NaN
                    divide   | 6.0       | 2        | 3.0
                    remainder| -7.5      | 2        | -1.5
                    remainder| 7         | 0        | NaN
                    pow      | 2         | -1       | 0.5000000000000000000000000000000000
                    """)
    void computesDecimals(String operation, String left, String right, String result) {
        Decimal128 a = Decimal128.parse(left);
        Decimal128 b = Decimal128.parse(right);
        Decimal128 computed = switch (operation) {
            case "add" -> DecimalArithmetic.add(a, b);
            case "subtract" -> DecimalArithmetic.subtract(a, b);
            case "multiply" -> DecimalArithmetic.multiply(a, b);
            case "divide" -> DecimalArithmetic.divide(a, b);
            case "remainder" -> DecimalArithmetic.remainder(a, b);
            default -> DecimalMath.pow(a, b);
        };

        assertThat(computed).hasToString(result);
    }

    @Test
    void computesFunctionsOfDecimalsTo34Digits() {
        assertThat(DecimalMath.exp(new Decimal128(1))).hasToString("2.718281828459045235360287471352662");
        assertThat(DecimalMath.ln(new Decimal128(10))).hasToString("2.302585092994045684017991454684364");
        assertThat(DecimalMath.log10(new Decimal128(1000))).hasToString("3");
        assertThat(DecimalArithmetic.sqrt(new Decimal128(2))).hasToString("1.414213562373095048801688724209698");
        assertThat(DecimalTrigonometry.sin(new Decimal128(1))).hasToString("0.8414709848078965066525023216302990");
        assertThat(DecimalTrigonometry.atan(new Decimal128(1))).hasToString("0.7853981633974483096156608458198757");
        assertThat(DecimalArithmetic.round(Decimal128.parse("2.5"), 0, RoundingMode.HALF_EVEN))
                .hasToString("2");
    }
}
