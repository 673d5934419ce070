package io.telamon.documents.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.documents.Json;
import io.telamon.documents.error.CommandException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsonValidatorTest {
    private static final String ALL_TYPES =
            "{a: 1, b: {$numberLong: '2'}, c: 2.5, d: {$numberDecimal: '1'}, e: 'x', f: {g: [1, null]}, h: true,"
                    + " i: {$binary: {base64: 'AQ==', subType: '00'}}, j: {$oid: '000000000000000000000001'},"
                    + " k: {$date: 0}, l: {$regularExpression: {pattern: 'a', options: 'i'}}, m: {$code: 'f'},"
                    + " n: {$code: 'f', $scope: {x: 1}}, o: {$symbol: 's'}, p: {$timestamp: {t: 1, i: 2}},"
                    + " q: {$minKey: 1}, r: {$maxKey: 1}, s: {$undefined: true}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0500",
                "0400000000",
                "0600000000",
                "060000000001",
                "0c0000001061000100000001",
                "0c00000010610001000000",
                "0c0000007061000100000000",
                "0900000008610002" + "00",
                "0e00000002610002000000ff0000",
                "0d0000000261000100000041" + "00",
                "0d000000026100000000000000",
                "0d00000003610006000000" + "0000",
                "0a0000000b6100620000"
            })
    void refusesWhatIsNotWellFormed(String hex) {
        assertThatThrownBy(() -> DocumentValue.validated(HexFormat.of().parseHex(hex)))
                .isInstanceOf(CommandException.class)
                .extracting(e -> ((CommandException) e).codeName())
                .isEqualTo("InvalidBSON");
    }

    @Test
    void takesAllTypesAndGivesBackTheSameBytes() {
        DocumentValue document = Json.document(ALL_TYPES);
        DocumentBuilder rebuilt = new DocumentBuilder();
        document.forEach(element -> rebuilt.add(element.name(), element.value()));

        assertThat(rebuilt.build().toBytes()).isEqualTo(document.toBytes());
    }

    @Test
    void neverReadsBeyondDamagedBytes() {
        byte[] valid = Json.document(ALL_TYPES).toBytes();
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length) : valid.length);
            for (int j = 0; j <= random.nextInt(3) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            readAll(damaged);
        }
    }

    private static void readAll(byte[] bytes) {
        try {
            assertThat(ValueText.of(DocumentValue.validated(bytes))).isNotEmpty();
        } catch (CommandException e) {
            assertThat(e.code()).isEqualTo(22);
        }
    }

    @Test
    void refusesDeepNesting() {
        Value nested = new Int32Value(1);
        for (int i = 0; i < 250; i++) {
            nested = ArrayValue.of(nested);
        }
        byte[] bytes = DocumentValue.of("a", nested).toBytes();

        assertThatThrownBy(() -> DocumentValue.validated(bytes)).hasMessageContaining("nested");
    }
}
