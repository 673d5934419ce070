package io.telamon.documents.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.documents.error.CommandException;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    b          ; -  ; abc     ; true
                    B          ; i  ; abc     ; true
                    ^b         ; -  ; abc     ; false
                    [[:alpha:]]; -  ; 1a      ; true
                    [[:^digit:]]; - ; 12      ; false
                    [a[b]      ; -  ; [       ; true
                    [a&&b]     ; -  ; &       ; true
                    []a]       ; -  ; ]       ; true
                    a{,2}      ; -  ; a{,2}   ; true
                    a b        ; x  ; ab      ; true
                    [a b]c     ; x  ; ' c'    ; true
                    (?P<n>a)   ; -  ; a       ; true
                    \\p{Greek} ; -  ; ω       ; true
                    \\p{Lu}    ; -  ; ä       ; false
                    \\Qa.b\\E  ; -  ; axb     ; false
                    (*UTF8)a   ; -  ; a       ; true
                    """)
    void findsAsPcreDoes(String pattern, String options, String text, boolean found) {
        RegularExpression regex =
                RegularExpression.compile(pattern.replace("\\\\", "\\"), options == null ? "" : options);

        assertThat(regex.find(text)).isEqualTo(found);
    }

    @Test
    void takesOnlyLineFeedForTheEndOfALine() {
        assertThat(RegularExpression.compile("^b", "m").find("a\nb")).isTrue();
        assertThat(RegularExpression.compile("^b", "m").find("a\rb")).isFalse();
        assertThat(RegularExpression.compile("a.b", "s").find("a\nb")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "(", "a**", "(?<=a+)b", "[[:nothing:]]", "(*ABC", "\\p{"})
    void refusesWhatIsNotWellFormed(String pattern) {
        assertThatThrownBy(() -> RegularExpression.compile(pattern, "")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void givesUpOnPatternsThatNeedTooLong() {
        RegularExpression regex = RegularExpression.compile("(a*)*(a*)*b$", "");

        assertThatThrownBy(() -> regex.find("a".repeat(5000)))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("limit");
    }
}
