package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkDecoderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "05;a=b\r\nhello\r\n0\r\n\r\n",
                "5 \t;a=\"b c\";d\r\nhello\r\n00;last\r\n\r\n",
                "5\r\nhello\r\n0\r\nX-Checksum: 1\r\nExpires: never\r\n\r\n"
            })
    void leavesOutExtensionsAndTrailers(String body) {
        assertThat(decoded(body + "GET /next", body.length() + 9)).isEqualTo("5\r\nhello\r\n0\r\n\r\n|GET /next");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void readsBodiesThatComeInPieces(int size) {
        String body = "a;x\r\n0123456789\r\n3\r\nabc\r\n0\r\nT: 1\r\n\r\n";

        String decoded = decoded(body, size);

        assertThat(content(decoded)).isEqualTo("0123456789abc");
        assertThat(decoded).endsWith("0\r\n\r\n|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+5\r\nhello\r\n0\r\n\r\n",
                "-1\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5\rhello\r\n0\r\n\r\n",
                "\r\nhello\r\n0\r\n\r\n",
                ";a\r\nhello\r\n0\r\n\r\n",
                "g\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloXX0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello0\r\n\r\n",
                "5;a\u0000\r\nhello\r\n0\r\n\r\n",
                "5;a\nb\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nT: 1\n\r\n",
                "5\r\nhello\r\n0\r\n\rX",
                "ffffffffffffffff\r\nhello\r\n0\r\n\r\n",
                "0000000000000005\r\nhello\r\n0\r\n\r\n"
            })
    void refusesWhatTheGrammarDoesNotAllow(String body) {
        for (int size : new int[] {1, 4, body.length()}) {
            assertThatExceptionOfType(RequestBodyException.class).isThrownBy(() -> decoded(body, size));
        }
    }

    @Test
    void boundsExtensionsAndTrailers() {
        assertThatExceptionOfType(RequestBodyException.class)
                .isThrownBy(() -> decoded("5;" + "x".repeat(2_000) + "\r\nhello\r\n0\r\n\r\n", 4_096));
        assertThatExceptionOfType(RequestBodyException.class)
                .isThrownBy(() -> decoded("0\r\n" + "T: 1\r\n".repeat(3_000) + "\r\n", 32_768));
    }

    /** What the decoder makes of a body that comes in pieces of a size, a bar, and what it leaves. */
    private static String decoded(String body, int size) {
        ChunkDecoder decoder = new ChunkDecoder();
        ByteBuilder out = new ByteBuilder(16);
        String left = body;
        while (!decoder.hasEnded() && !left.isEmpty()) {
            String piece = left.substring(0, Math.min(size, left.length()));
            int end = decoder.decode(piece.getBytes(StandardCharsets.ISO_8859_1), out);
            left = left.substring(end);
        }
        return new String(out.copy(0, out.length()), StandardCharsets.ISO_8859_1) + "|" + left;
    }

    private static String content(String chunks) {
        StringBuilder content = new StringBuilder();
        String left = chunks;
        while (true) {
            int line = left.indexOf("\r\n");
            int size = Integer.parseInt(left.substring(0, line), 16);
            if (size == 0) {
                return content.toString();
            }
            content.append(left, line + 2, line + 2 + size);
            left = left.substring(line + 4 + size);
        }
    }
}
