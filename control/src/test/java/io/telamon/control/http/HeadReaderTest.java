package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadReaderTest {

    private static final String HEAD = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void endsWithTheEmptyLineHoweverItComes() {
        HeadReader reader = new HeadReader(bytes(""));
        for (int i = 0; i < HEAD.length(); i++) {
            assertThat(reader.isComplete()).isFalse();
            reader.add(bytes(HEAD.substring(i, i + 1)));
        }

        assertThat(reader.isComplete()).isTrue();
        assertThat(text(reader.head())).isEqualTo(HEAD);
        assertThat(reader.rest()).isEmpty();
    }

    @Test
    void keepsWhatFollows() {
        HeadReader reader = new HeadReader(bytes(HEAD + "body"));

        assertThat(reader.isComplete()).isTrue();
        assertThat(text(reader.head())).isEqualTo(HEAD);
        assertThat(text(reader.rest())).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void leavesOutOneEmptyLineBeforeTheRequestLine(int size) {
        HeadReader reader = new HeadReader(bytes(""));
        String sent = "\r\n" + HEAD;
        for (int at = 0; at < sent.length(); at += size) {
            assertThat(reader.isComplete()).isFalse();
            assertThat(reader.isEmpty()).isEqualTo(at == 1 || at == 2);
            reader.add(bytes(sent.substring(at, Math.min(sent.length(), at + size))));
        }

        assertThat(reader.isComplete()).isTrue();
        assertThat(text(reader.head())).isEqualTo(HEAD);
        assertThat(reader.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\n", "\nGET", "GET / HTTP/1.1\r\nHost: a\n\r\n"})
    void leavesWhatTheParserRefusesToTheParser(String malformed) {
        HeadReader reader = new HeadReader(bytes(malformed));

        assertThat(reader.isComplete()).isTrue();
        assertThat(text(reader.head())).isEqualTo(malformed);
    }

    @Test
    void doesNotCollectWithoutBound() {
        HeadReader reader = new HeadReader(bytes("x".repeat(HeadReader.LONGEST)));

        assertThat(reader.isComplete()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
