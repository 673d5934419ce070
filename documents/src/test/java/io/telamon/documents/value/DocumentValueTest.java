package io.telamon.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import org.junit.jupiter.api.Test;

class DocumentValueTest {
    private static final Value ONE = new Int32Value(1);
    private static final Value TWO = new Int32Value(2);

    @Test
    void findsFieldsInBytesAndBuiltAlike() {
        DocumentValue built = new DocumentBuilder()
                .add("a", ONE)
                .add("ä", TWO)
                .add("ab", DocumentValue.of("c", TWO))
                .build();
        DocumentValue encoded = DocumentValue.of(built.toBytes());

        for (DocumentValue document : new DocumentValue[] {built, encoded}) {
            assertThat(document.get("ä")).isEqualTo(TWO);
            assertThat(document.get(new FieldName("ab"))).isEqualTo(DocumentValue.of("c", TWO));
            assertThat(document.get("abc")).isEqualTo(MissingValue.MISSING);
            assertThat(document.names()).containsExactly("a", "ä", "ab");
            assertThat(document.size()).isEqualTo(3);
        }
        assertThat(built).isEqualTo(encoded).hasSameHashCodeAs(encoded);
    }

    @Test
    void leavesOutMissingValuesAndKeepsPlaces() {
        DocumentValue document = new DocumentBuilder()
                .add("a", ONE)
                .add("x", MissingValue.MISSING)
                .add("b", ONE)
                .set("a", TWO)
                .set("c", TWO)
                .remove("b")
                .build();

        assertThat(Json.text(document)).isEqualTo("{\"a\": {\"$numberInt\": \"2\"}, \"c\": {\"$numberInt\": \"2\"}}");
    }

    @Test
    void setsAndRemovesInLargeDocuments() {
        DocumentBuilder builder = new DocumentBuilder();
        for (int i = 0; i < 100; i++) {
            builder.set("f" + i, ONE);
        }
        builder.set("f50", TWO).remove("f10").set("f99", TWO).set("f10", TWO);

        DocumentValue document = builder.build();
        assertThat(document.size()).isEqualTo(100);
        assertThat(document.get("f50")).isEqualTo(TWO);
        assertThat(document.get("f99")).isEqualTo(TWO);
        assertThat(document.names()).endsWith("f99", "f10");
    }

    @Test
    void tellsPositionsFromNames() {
        assertThat(new FieldName("10").index()).isEqualTo(10);
        assertThat(new FieldName("0").index()).isZero();
        assertThat(new FieldName("01").index()).isNegative();
        assertThat(new FieldName("a1").index()).isNegative();
        assertThat(new FieldName("99999999999").index()).isNegative();
        assertThat(Path.names("a..b.")).extracting(FieldName::text).containsExactly("a", "", "b", "");
    }
}
