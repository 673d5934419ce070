package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void isTheWholeOfUpTo500Characters() {
        assertThat(Excerpt.of("")).isEmpty();
        assertThat(Excerpt.of("a".repeat(500))).isEqualTo("a".repeat(500));
    }

    @Test
    void isTheBeginningOfMore() {
        assertThat(Excerpt.of("a".repeat(501))).isEqualTo("a".repeat(500) + "…");
    }

    @Test
    void splitsNoCharacterOfTwoHalves() {
        assertThat(Excerpt.of("a".repeat(499) + "\ud83d\ude00")).isEqualTo("a".repeat(499) + "…");
    }
}
