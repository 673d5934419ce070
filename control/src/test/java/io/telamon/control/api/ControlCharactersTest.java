package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u00e9\u4e16", "\ud83d\ude00", "a\ud83d\ude00b\ud83d\ude00", "\u00a0\u2028"})
    void areNotInTextOfAnyLanguage(String text) {
        assertThat(ControlCharacters.areIn(text)).isFalse();
        assertThat(ControlCharacters.areInLines(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u001f",
                "\u007f",
                "\u0085",
                "\u009f",
                "\ud83d",
                "a\ud83d",
                "\ud83da",
                "\ude00",
                "\ude00\ud83d",
                "\ud83d\ud83d\ude00",
                "\ud83d\ude00\u0007",
            })
    void areControlsAndSurrogatesWithoutTheirOtherHalf(String text) {
        assertThat(ControlCharacters.areIn(text)).isTrue();
        assertThat(ControlCharacters.areInLines(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "a\r\nb", "\n"})
    void areBreaksAndTabsInALineAlone(String text) {
        assertThat(ControlCharacters.areIn(text)).isTrue();
        assertThat(ControlCharacters.areInLines(text)).isFalse();
    }
}
